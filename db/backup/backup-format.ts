import { ClawbackError } from '../../server/errors.ts'
import type { Head } from '../events/verify-events.ts'

/**
 * A backup is a tar archive with the files of a data folder and, as its last member, `manifest.json`. The contents
 * are in it as they lie on disk, encrypted; `key`, which opens them, only when it was asked for.
 */
export interface Manifest {
  format: 'clawback-backup-1'
  /** ISO time. */
  createdAt: string
  /** The last event of the log in it: `clawback audit verify` says the same after a restore. */
  head: Head
  withKey: boolean
  files: BackedUpFile[]
}

export interface BackedUpFile {
  path: string
  bytes: number
  sha256: string
}

export const manifestName = 'manifest.json'
export const databaseName = 'clawback.db'
export const keyName = 'key'
export const keyCheckName = 'content/key-check'

/** Nothing but these is ever written to disk, whatever an archive names. */
export function isBackedUpPath(path: string): boolean {
  return (
    [databaseName, keyName, keyCheckName].includes(path) || /^content\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path)
  )
}

/** @throws ClawbackError BACKUP_DAMAGED */
export function readManifest(text: string): Manifest {
  const manifest = parse(text)
  if (typeof manifest !== 'object' || manifest === null) throw damaged('its manifest is not JSON')
  if ((manifest as { format?: unknown }).format !== 'clawback-backup-1') {
    throw damaged('its manifest is of a format that this version does not know')
  }
  if (!Array.isArray((manifest as { files?: unknown }).files)) throw damaged('its manifest lists no files')
  return manifest as Manifest
}

export function damaged(reason: string, cause?: unknown): ClawbackError {
  return new ClawbackError(
    'BACKUP_DAMAGED',
    `This is not a whole backup: ${reason}`,
    'Nothing was restored. Take another copy of the backup, or an older one.',
    { cause },
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
