import { afterAll, beforeAll, expect, it } from 'vitest'
import { seed } from './seed/seed.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
})
afterAll(() => pages.close())

const path = '/works/orbit-cli/matches/remix/transfer-tools'
const encodingOf = async (headers: Record<string, string>, asked = path) =>
  (await pages.get(asked, headers)).headers.get('content-encoding')

it('a page is the same, and smaller, for those who read gzip', async () => {
  const packed = await pages.get(path, { 'accept-encoding': 'gzip' })
  const plain = await pages.get(path, { 'accept-encoding': 'identity' })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(plain.headers.get('content-encoding')).toBeNull()
  for (const answer of [packed, plain]) {
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('no-store')
  }
  expect(packed.headers.get('vary')).toContain('Accept-Encoding')
  const html = await plain.text()
  expect(await packed.text()).toBe(html)
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(Buffer.byteLength(html) / 2)
})

it('styles and scripts, and the documents of programs, are sent so too', async () => {
  const html = await (await pages.get('/')).text()
  const [style] = /\/assets\/style[\w.]+/.exec(html)!
  expect(await encodingOf({}, style)).toBe('gzip')
  expect(await encodingOf({}, '/api/v1/openapi.json')).toBe('gzip')
})

it('what another site asked for is not: its length would tell what else stands on the page', async () => {
  expect(await encodingOf({ 'sec-fetch-site': 'same-origin' })).toBe('gzip')
  expect(await encodingOf({ 'sec-fetch-site': 'cross-site' })).toBeNull()
  expect(await encodingOf({ 'sec-fetch-site': 'same-site' })).toBeNull()
})
