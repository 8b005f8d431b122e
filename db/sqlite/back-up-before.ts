import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'

const kept = 3

/** Copies a live database into `folder` before it is migrated, and keeps the last three such copies. */
export async function backUpBefore(
  connection: BetterSqlite3.Database,
  folder: string,
  tag: string,
  at: Date,
): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = at.toISOString().replaceAll(':', '-')
  const name = `${stamp}-before-${tag}.db`
  const unfinished = join(folder, `${name}.unfinished`)
  await connection.backup(unfinished)
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, join(folder, name))
  const copies = readdirSync(folder)
    .filter((file) => file.endsWith('.db'))
    .sort()
  for (const file of copies.slice(0, -kept)) rmSync(join(folder, file))
  return join(folder, name)
}
