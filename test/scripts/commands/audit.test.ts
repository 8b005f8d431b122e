import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

async function seeded(): Promise<{ folder: string; settings: Record<string, string> }> {
  const { app } = await openDataFolder()
  onTestFinished(() => rm(app.folder, { recursive: true, force: true }))
  await seed(app)
  await app.db.close()
  return { folder: app.folder, settings: { CLAWBACK_DATA: app.folder } }
}

/** As the instructions say it, with nothing of Clawback's: what somebody else would write. */
function recompute(lines: readonly Record<string, unknown>[]): string[] {
  let before = '0'.repeat(64)
  return lines.map((event, i) => {
    const fields = [
      i + 1,
      event['at'],
      event['actor'],
      event['kind'],
      event['subject'],
      event['data'],
      before,
    ]
    const bytes = fields.map((field) => `${Buffer.byteLength(String(field))}:${String(field)},`).join('')
    before = createHash('sha256').update(bytes).digest('hex')
    return before
  })
}

it('every event is a line that anybody can verify by the instructions', async () => {
  const { folder, settings } = await seeded()
  const { code, stdout, stderr } = await runClawback(['audit', 'export'], settings)
  expect({ code, held: stderr.includes('The chain holds') }).toEqual({ code: 0, held: true })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(recompute(lines)).toEqual(lines.map((event) => event['hash']))
  const verified = await askClawback<{ events: number; head: { hash: string } }>(
    ['audit', 'verify'],
    settings,
  )
  expect(lines.length).toBe(verified.events)
  expect(lines.at(-1)!['hash']).toBe(verified.head.hash)

  const out = join(folder, 'events.jsonl')
  const document = await askClawback<{ events: unknown[] }>(['audit', 'export', '--out', out], settings)
  expect(document).toMatchObject({
    verification: { ok: true },
    howToVerify: expect.stringContaining('netstring'),
  })
  expect(document.events).toEqual(lines)
  expect(await readFile(out, 'utf8')).toBe(stdout)
})

it('a log that was changed is exported as it is, and called broken: 1', async () => {
  const { folder, settings } = await seeded()
  const database = new Sqlite(join(folder, 'clawback.db'))
  const triggers = database.prepare(
    "select name from sqlite_master where type = 'trigger' and tbl_name = 'events'",
  )
  for (const { name } of triggers.all() as { name: string }[]) database.exec(`drop trigger "${name}"`)
  database.exec("update events set actor = x'ff' where seq = 2")
  database.close()
  const { code, stdout, stderr } = await runClawback(['audit', 'export'], settings)
  expect(code).toBe(1)
  expect(stderr).toContain('broken at event 2')
  expect(stdout.split('\n')[1]).toBe('{"seq":2,"damaged":true}')
})
