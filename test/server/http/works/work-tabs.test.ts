import { afterAll, beforeAll, expect, it } from 'vitest'
import { seed } from '../seed/seed.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 1))
})
afterAll(() => pages.close())

it.each([
  ['/works/orbit-cli', 'Overview'],
  ['/works/orbit-cli/matches', 'Matches'],
  ['/works/orbit-cli/matches/leaker/orbit-leak', 'Matches'],
  ['/works/orbit-cli/originals', 'Originals'],
])('%s says that it is among the work’s %s', async (path, tab) => {
  const html = await (await pages.get(path)).text()
  const tabs = /<nav class="tabs".*?<\/nav>/s.exec(html)![0]
  expect([...tabs.matchAll(/<a [^>]*aria-current="true">([^<]*)</g)].map(([, text]) => text)).toEqual([tab])
})

it('no page outside of a work has them', async () => {
  expect(await (await pages.get('/notices')).text()).not.toContain('class="tabs"')
})
