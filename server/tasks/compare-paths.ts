import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import type { FileMatch } from '../core/match/types.ts'
import { readPaths, type ReadPathsOptions } from '../sources/read-paths.ts'
import type { FileEntry } from '../sources/source-entry.ts'
import { compareInOrder } from '../threads/compare-in-order.ts'
import { openComparers } from '../threads/open-comparers.ts'
import { requireWork } from './find-work.ts'
import type { Progress } from './progress.ts'
import { loadSharedIndex } from './work-index.ts'

export type ComparedInput = { path: string } & FileMatch

export interface ComparisonSummary {
  files: number
  bytes: number
  strong: number
  weak: number
  none: number
  /** What was not read, and what could not be compared: nothing is known of it. */
  skipped: number
  seconds: number
}

export interface Comparison {
  /** Every file looked at, in the order read. */
  inputs: ComparedInput[]
  skipped: { path: string; reason: string }[]
  summary: ComparisonSummary
}

/** Folders of any size are compared: nothing of them is held. An archive's ratio and depth stay limited. */
const endless = { entries: 100_000_000, totalBytes: 16 * 1024 ** 4 }

interface CompareApp {
  db: Database
  content: ContentStore
  sources: ReadPathsOptions
  actor: string
  clock: () => Date
}

/** Compares files, folders and archives with a work. Reads only this machine, sends nothing, keeps nothing. */
export async function comparePaths(
  app: CompareApp,
  input: { work: string; paths: string[] },
  progress: Progress,
): Promise<Comparison> {
  const inputs: ComparedInput[] = []
  const rest = await compareEach(app, input, (compared) => inputs.push(compared), progress)
  return { inputs, ...rest }
}

/**
 * The same, with each file handed on as it was compared, in the order read: memory does not grow with their number,
 * but for what was skipped.
 */
export async function compareEach(
  app: CompareApp,
  { work: slug, paths }: { work: string; paths: string[] },
  visit: (input: ComparedInput) => void,
  progress: Progress,
): Promise<Omit<Comparison, 'inputs'>> {
  const work = await requireWork(app.db, slug)
  const comparers = openComparers(await loadSharedIndex(app, work, progress))
  const started = app.clock().getTime()
  const skipped: Comparison['skipped'] = []
  const summary = { files: 0, bytes: 0, strong: 0, weak: 0, none: 0 }

  async function* files(): AsyncGenerator<FileEntry> {
    const limits = { ...app.sources.limits, ...endless }
    for await (const entry of readPaths(paths, { ...app.sources, limits })) {
      if (entry.kind === 'file') yield entry
      else skipped.push({ path: entry.path, reason: entry.reason })
    }
  }

  try {
    for await (const { file, answer } of compareInOrder(comparers, files())) {
      if (answer.outcome !== 'found') {
        const reason = answer.outcome === 'could-not-tell' ? answer.reason : 'could not be compared'
        skipped.push({ path: file.path, reason })
        continue
      }
      visit({ path: file.path, ...answer.value })
      summary.files++
      summary.bytes += file.bytes.length
      summary[answer.value.strength]++
      progress({ step: 'comparing', done: summary.files, bytes: summary.bytes })
    }
  } finally {
    await comparers.close()
  }
  const seconds = (app.clock().getTime() - started) / 1000
  return { skipped, summary: { ...summary, skipped: skipped.length, seconds } }
}
