import { readFileSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'

export interface Installation {
  version: string
  node: string
  dataFolder: string
  database: 'SQLite' | 'PostgreSQL'
  /** Of SQLite; null with Postgres. */
  databaseBytes: number | null
  /** On the disk of the data folder, for this user; null where the system does not tell. */
  freeBytes: number | null
}

/** Which Clawback this is, and where it keeps what it keeps. */
export async function describeInstallation({
  dataFolder,
  databaseUrl,
}: {
  dataFolder: string
  databaseUrl: string | null
}): Promise<Installation> {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    version,
    node: process.version,
    dataFolder,
    database: databaseUrl === null ? 'SQLite' : 'PostgreSQL',
    databaseBytes: databaseUrl === null ? await sizeOf(join(dataFolder, 'clawback.db')) : null,
    freeBytes: await freeOn(dataFolder),
  }
}

async function sizeOf(file: string): Promise<number | null> {
  return await stat(file).then(
    ({ size }) => size,
    () => null,
  )
}

async function freeOn(folder: string): Promise<number | null> {
  return await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
}
