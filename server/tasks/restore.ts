import type { Manifest } from '../../db/backup/backup-format.ts'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import { requireSqlite } from './back-up.ts'

export interface Restored {
  folder: string
  files: number
  createdAt: string
  head: Manifest['head']
  /** Without it the contents cannot be read: it has to be put beside them. */
  hasKey: boolean
}

/**
 * Restores a backup into the data folder, which must be empty.
 * @throws ClawbackError RESTORE_NOT_SQLITE, and what restoreBackup says
 */
export async function restore(
  config: { dataFolder: string; databaseUrl: string | null },
  { file, keyFile }: { file: string; keyFile: string | null },
): Promise<Restored> {
  requireSqlite(config, 'RESTORE_NOT_SQLITE')
  const folder = config.dataFolder
  const { files, createdAt, head, withKey } = await restoreBackup({ file, folder, keyFile })
  return { folder, files: files.length, createdAt, head, hasKey: withKey || keyFile !== null }
}
