import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { compareFile } from '../core/match/compare-file.ts'
import type { FileMatch } from '../core/match/types.ts'
import { readPaths, type ReadPathsOptions } from '../sources/read-paths.ts'
import { requireWork } from './find-work.ts'
import type { Progress } from './progress.ts'
import { loadIndex } from './work-index.ts'

export interface Comparison {
  /** Every file looked at, in the order read. */
  inputs: ({ path: string } & FileMatch)[]
  skipped: { path: string; reason: string }[]
  summary: {
    files: number
    bytes: number
    strong: number
    weak: number
    none: number
    skipped: number
    seconds: number
  }
}

/** Compares files, folders and archives with a work. Reads only this machine, sends nothing, keeps nothing. */
export async function comparePaths(
  app: { db: Database; content: ContentStore; sources: ReadPathsOptions; actor: string; clock: () => Date },
  { work: slug, paths }: { work: string; paths: string[] },
  progress: Progress,
): Promise<Comparison> {
  const work = await requireWork(app.db, slug)
  const index = await loadIndex(app, work, progress)
  const started = app.clock().getTime()
  const inputs: Comparison['inputs'] = []
  const skipped: Comparison['skipped'] = []
  const summary = { files: 0, bytes: 0, strong: 0, weak: 0, none: 0, skipped: 0, seconds: 0 }
  for await (const entry of readPaths(paths, app.sources)) {
    if (entry.kind === 'skipped') {
      skipped.push({ path: entry.path, reason: entry.reason })
      continue
    }
    const match = compareFile(index, entry)
    inputs.push({ path: entry.path, ...match })
    summary.files++
    summary.bytes += entry.bytes.length
    summary[match.strength]++
    progress({ step: 'comparing', done: summary.files })
  }
  return {
    inputs,
    skipped,
    summary: { ...summary, skipped: skipped.length, seconds: (app.clock().getTime() - started) / 1000 },
  }
}
