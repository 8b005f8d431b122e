import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendEvent } from '../../../db/events/append-event.ts'
import { hashEvent } from '../../../db/events/event-hash.ts'
import { seed } from './seed/seed.ts'
import { startPages } from './with-pages.ts'

it('the log shows every event once, newest first, a page at a time, and that the chain holds', async () => {
  const pages = await startPages(async ({ db }) => {
    for (let i = 1; i <= 230; i++) {
      await db.tx((tx) =>
        appendEvent(tx, {
          actor: 'test',
          kind: 'test.done',
          subject: `test:${i}`,
          data: { i, sha256: 'a'.repeat(64), list: ['x', 'y'] },
        }),
      )
    }
  })
  const seen: number[] = []
  let first = ''
  for (let next: string | undefined = '/log'; next !== undefined;) {
    const html: string = await (await pages.get(next)).text()
    first ||= html
    seen.push(
      ...[...html.matchAll(/<th scope="row" class="num"><a href="\/log\/(\d+)">/g)].map((match) =>
        Number(match[1]),
      ),
    )
    next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=')
  }
  await pages.close()

  // The last one is the sign-in of whoever reads.
  expect(seen).toEqual(Array.from({ length: 231 }, (_, i) => 231 - i))
  expect(first).toContain('The chain holds.')
  expect(first).toContain('231 events')
})

it('a changed event is named, on the page where people look', async () => {
  const pages = await startPages(async ({ db }) => {
    for (let i = 1; i <= 5; i++)
      await db.tx((tx) => appendEvent(tx, { actor: 'test', kind: 'test.done', subject: 'test', data: { i } }))
  })
  const file = readdirSync(pages.app.folder).find((name) => name.endsWith('.db') || name.endsWith('.sqlite'))!
  const sqlite = new Database(join(pages.app.folder, file))
  for (const { name } of sqlite
    .prepare(`select name from sqlite_master where type = 'trigger' and tbl_name = 'events'`)
    .all() as { name: string }[]) {
    sqlite.exec(`drop trigger "${name}"`)
  }
  sqlite.exec(`update events set data = 'no JSON any more <b>' where seq = 3`)
  sqlite.close()

  const answer = await pages.get('/log')
  const html = await answer.text()
  await pages.close()

  expect(answer.status).toBe(200)
  expect(html).toContain('The chain is broken at event 3')
  expect(html).toContain('no JSON any more &lt;b&gt;')
})

it('finds what somebody looks for: by kind, person, notice, repository and day, and pages through it', async () => {
  const pages = await startPages((app) => seed(app))
  const found = async (query: Record<string, string>) => {
    const answer = await pages.get(`/log?${new URLSearchParams(query).toString()}`)
    const html = await answer.text()
    expect(answer.status, html.slice(0, 2000)).toBe(200)
    const body = html.slice(html.indexOf('<tbody>'))
    return [...body.matchAll(/<td class="nowrap">([a-z]+\.[a-z-]+)<\/td>/g)].map(([, kind]) => kind)
  }
  expect(new Set(await found({ kind: 'match.reviewed' }))).toEqual(new Set(['match.reviewed']))
  expect(await found({ kind: 'match.reviewed', who: 'nobody' })).toEqual([])
  expect((await found({ who: 'test' })).length).toBeGreaterThan(5)
  const ofNotice = await found({ notice: 'orbit-cli-1' })
  expect(ofNotice).toEqual(['notice.sent', 'notice.signed', 'notice.drafted'])
  const ofRepository = await found({ repository: 'Leaker/orbit-leak' })
  expect(ofRepository).toEqual(expect.arrayContaining(['match.reviewed', 'notice.signed', 'notice.drafted']))
  expect(ofRepository).not.toContain('work.added')
  expect(await found({ repository: 'never/seen' })).toEqual([])
  expect(await found({ notice: '%' }), 'what was typed is no pattern').toEqual([])
  expect((await found({ from: '2026-04-01', to: '2026-04-01' })).length).toBeGreaterThan(5)
  expect(await found({ to: '2026-03-31' })).toEqual([])
  for (const query of [
    'from=yesterday',
    'repository=none',
    'repository=%25%2F%25',
    'notice=a&repository=b%2Fc',
    'kind=a&kind=b',
  ])
    expect((await pages.get(`/log?${query}`)).status, query).toBe(400)
  await pages.close()
})

it('shows one event whole, and gives all of them in a file that proves itself', async () => {
  const pages = await startPages((app) => seed(app))
  const html = await (await pages.get('/log?kind=notice.signed')).text()
  const href = /href="(\/log\/\d+)"/.exec(html)![1]!
  const event = await (await pages.get(href)).text()
  expect(event).toContain('leaker/orbit-leak')
  expect(event).toMatch(/Hash of this event<\/dt><dd><code>[0-9a-f]{64}/)
  expect((await pages.get('/log/999999')).status).toBe(404)
  expect((await pages.get('/log/x')).status).toBe(404)

  const lines = (await (await pages.get('/log.jsonl')).text()).trim().split('\n')
  await pages.close()
  let before = '0'.repeat(64)
  for (const line of lines) {
    const { hash, at, ...read } = JSON.parse(line) as {
      hash: string
      at: string
      prevHash: string
      seq: number
      actor: string
      kind: string
      subject: string
      data: string
    }
    expect(read.prevHash).toBe(before)
    expect(hashEvent({ ...read, at: new Date(at) })).toBe(hash)
    before = hash
  }
  expect(lines.length).toBeGreaterThan(8)
})
