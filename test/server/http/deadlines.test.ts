import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seed } from './seed/seed.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
})
afterAll(() => pages.close())

it('the page, the document and the calendar tell of the same clocks', async () => {
  const rows = (await (await pages.get('/api/v1/deadlines')).json()) as { due: string; basis: string }[]
  const html = await (await pages.get('/deadlines')).text()
  const calendar = await pages.get('/deadlines.ics')
  const text = await calendar.text()

  expect(rows.length).toBeGreaterThan(0)
  for (const { due } of rows) expect(html).toContain(due)
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  expect(events).toHaveLength(rows.length)
})

it('none says when clocks start', async () => {
  const empty = await startPages()
  const html = await (await empty.get('/deadlines')).text()
  await empty.close()
  expect(html).toContain('No clock runs.')
})
