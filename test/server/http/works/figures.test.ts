import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvent } from '../../../../db/events/append-event.ts'
import { updateNotice } from '../../../../db/queries/notices.ts'
import { showStatus, type Status } from '../../../../server/tasks/show-status.ts'
import { seed } from '../seed/seed.ts'
import { startPages, type Pages } from '../with-pages.ts'

const figures = '/works/orbit-cli/figures'
let pages: Pages

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app, 5)
    await app.db.tx(async (tx) => {
      await updateNotice(tx, 'orbit-cli-1', {
        publishedUrl: 'https://github.com/github/dmca/blob/master/2026/04/2026-04-02-orbit.md',
      })
      await appendEvent(tx, {
        actor: 'test',
        kind: 'repository.availability',
        subject: 'repository:10',
        data: { at: app.clock().toISOString(), to: 'disabled' },
      })
    })
  })
})
afterAll(() => pages.close())

const read = async (path: string) => await (await pages.get(path)).text()
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x3D;', '=')
    .replaceAll(/\s+/g, ' ')

describe('the figures of a work', () => {
  it('are valid HTML with nothing inline', async () => {
    const html = await read(figures)
    const checker = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] })
    const { results } = await checker.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map((m) => `${m.line}: ${m.message}`))).toEqual([])
    expect(html).not.toMatch(/\sstyle=|<script(?![^>]*src="\/assets\/)/)
  })

  it('say each one with its definition, as status does', async () => {
    const text = textOf(await read(figures))
    const { works } = await showStatus(pages.app, 'orbit-cli')
    for (const { name, value, definition } of works[0]!.figures) {
      expect(text).toContain(`${name} `)
      expect(text).toContain(value ?? 'not known yet')
      expect(text).toContain(definition)
    }
  })

  it('tell how fast by each clock, and say where there is no case', async () => {
    const text = textOf(await read(figures))
    // Public on 31 March at 9:00, disabled on 2 April at 8:00.
    expect(text).toContain('From the leak to the takedown 47.0 hours 47.0 hours 1')
    expect(text).toMatch(/From sending to the takedown 2\d\.\d hours/)
    expect(text).toContain('From overreach to its repair no case yet')
  })

  it('tell what became of what was named, and what of the disabled was named', async () => {
    const text = textOf(await read(figures))
    expect(text).toContain('available 1 50 %')
    expect(text).toContain('disabled by us 1 50 %')
    expect(text).toContain('named in a notice 1 100 %')
  })

  it('are downloaded whole', async () => {
    const csv = await pages.get(`${figures}/figures.csv`)
    expect(csv.headers.get('content-disposition')).toContain('orbit-cli-figures.csv')
    expect(await csv.text()).toContain('takedown-from-leak,')
    const days = await read(`${figures}/days.csv`)
    expect(days.split('\r\n')[0]).toBe('work,day,found,alive,disabled')
    const json = (await (await pages.get(`${figures}/figures.json`)).json()) as Status
    expect(json).toEqual(await showStatus(pages.app, 'orbit-cli'))
  })

  it('are for those who are signed in, and of works that there are', async () => {
    for (const path of [figures, `${figures}/figures.csv`, `${figures}/days.csv`, `${figures}/figures.json`])
      expect((await pages.ask(path)).status, path).not.toBe(200)
    expect((await pages.get('/works/nothing/figures')).status).toBe(404)
    expect((await pages.get('/works/nothing/figures/figures.csv')).status).toBe(404)
  })
})

it('the overview says what is due next', async () => {
  const text = textOf(await read('/works/orbit-cli'))
  expect(text).toMatch(/Due .*Ask GitHub what became of it : first \/ orbit-leak about 2026-04-/)
})
