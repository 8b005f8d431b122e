import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendEvent } from '../../../db/events/append-event.ts'
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
      ...[...html.matchAll(/<th scope="row" class="num">(\d+)<\/th>/g)].map((match) => Number(match[1])),
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
