import { writeBackup, type WrittenBackup } from '../../db/backup/write-backup.ts'
import { ClawbackError } from '../errors.ts'
import type { Progress } from './progress.ts'

export interface BackedUp {
  file: string
  bytes: number
  sha256: string
  files: number
  withKey: boolean
  head: WrittenBackup['manifest']['head']
}

/**
 * Writes a backup of everything that is kept; the key that opens it only when asked for.
 * @throws ClawbackError BACKUP_NOT_SQLITE, BACKUP_EXISTS, BACKUP_NOT_WRITTEN
 */
export async function backUp(
  { config, clock }: { config: { dataFolder: string; databaseUrl: string | null }; clock: () => Date },
  { file, withKey }: { file: string; withKey: boolean },
  progress: Progress,
): Promise<BackedUp> {
  requireSqlite(config, 'BACKUP_NOT_SQLITE')
  const { manifest, bytes, sha256 } = await writeBackup(
    { folder: config.dataFolder, file, withKey, at: clock() },
    (done, total) => progress({ step: 'backing up', done, total }),
  )
  return { file, bytes, sha256, files: manifest.files.length, withKey, head: manifest.head }
}

/** @throws ClawbackError with this code when the database is Postgres, which has tools of its own */
export function requireSqlite({ databaseUrl }: { databaseUrl: string | null }, code: string): void {
  if (databaseUrl === null) return
  throw new ClawbackError(
    code,
    'DATABASE_URL names a Postgres database, which this does not copy',
    'Use pg_dump and pg_restore, and copy the folders "content" and the file "key" of CLAWBACK_DATA after it.',
  )
}
