import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readSource } from '../../../server/sources/read-source.ts'
import type { SourceEntry } from '../../../server/sources/source-entry.ts'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import type { SourceLimits } from '../../../server/sources/source-limits.ts'

/** A folder that is gone after the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clawback-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files, given by path, below a new folder. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = scratch()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Writes one file into a new folder. */
export function fileOf(name: string, content: string | Buffer): string {
  return join(folderOf({ [name]: content }), name)
}

export interface Collected {
  /** Text by path. */
  files: Record<string, string>
  /** Reason by path. */
  skipped: Record<string, string>
  entries: SourceEntry[]
}

export async function collect(stream: AsyncIterable<SourceEntry>): Promise<Collected> {
  const collected: Collected = { files: {}, skipped: {}, entries: [] }
  for await (const entry of stream) {
    collected.entries.push(entry)
    if (entry.kind === 'file') collected.files[entry.path] = entry.bytes.toString()
    else collected.skipped[entry.path] = entry.reason
  }
  return collected
}

export function read(source: string, limits: Partial<SourceLimits> = {}): Promise<Collected> {
  return collect(
    readSource(source, {
      limits: { ...defaultSourceLimits, ...limits },
      environment: process.env,
      scratchFolder: join(tmpdir(), 'clawback-test-scratch'),
    }),
  )
}
