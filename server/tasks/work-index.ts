import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { listBaselineFiles } from '../../db/queries/baselines.ts'
import { findWorkIndex, replaceWorkIndex, type WorkIndexRow } from '../../db/queries/work-indexes.ts'
import { listClaimedOriginals, type Work } from '../../db/queries/works.ts'
import { buildWorkIndex } from '../core/match/build-work-index.ts'
import {
  loadWorkIndex,
  serializeWorkIndex,
  WorkIndexFormatError,
} from '../core/match/serialize-work-index.ts'
import type { WorkIndex } from '../core/match/work-index.ts'
import { planProbes, type ProbePlan } from '../core/probe/plan-probes.ts'
import { ClawbackError } from '../errors.ts'
import type { Progress } from './progress.ts'

/** A plan holds so many probes; each shorter plan is its beginning. */
export const plannedProbes = 200

export interface PathAndBytes {
  path: string
  bytes: Uint8Array
}

/** The contents that were kept; what was not kept is left out. */
export async function loadContents(
  content: ContentStore,
  rows: readonly { path: string; contentId: string | null }[],
): Promise<PathAndBytes[]> {
  const loaded: PathAndBytes[] = []
  for (const { path, contentId } of rows) {
    if (contentId !== null) loaded.push({ path, bytes: await content.get(contentId) })
  }
  return loaded
}

export interface IndexedFiles {
  claimed: readonly PathAndBytes[]
  baseline: readonly PathAndBytes[]
  /** `digests` where only fingerprints are kept: the index then holds none of the originals' text. */
  keeps: 'texts' | 'digests'
}

/** Builds the index of a work's claimed originals, plans its probes, and keeps both encrypted. */
export async function storeWorkIndex(
  content: ContentStore,
  files: IndexedFiles,
  progress: Progress,
): Promise<{ indexId: string; contentId: string; probesContentId: string }> {
  progress({ step: 'building the index' })
  const index = await storeIndex(content, files)
  progress({ step: 'planning probes' })
  const probes = planProbes(files.claimed, { limit: plannedProbes })
  return { ...index, probesContentId: await content.put(Buffer.from(JSON.stringify(probes))) }
}

/** The index of a large work takes as much memory as the work: it is gone before anything else is made. */
async function storeIndex(
  content: ContentStore,
  { claimed, baseline, keeps }: IndexedFiles,
): Promise<{ indexId: string; contentId: string }> {
  const { indexId, bytes } = serializedIndex()
  return { indexId, contentId: await content.put(bytes) }

  function serializedIndex() {
    const index = buildWorkIndex({ originals: claimed, baseline, keeps })
    return { indexId: index.indexId, bytes: serializeWorkIndex(index) }
  }
}

/**
 * The index that the work is compared with today; built anew when it was made by another version of Clawback.
 * @throws ClawbackError INDEX_OUTDATED when that cannot be done because the originals were not kept
 */
export async function loadIndex(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  work: Work,
  progress: Progress,
): Promise<WorkIndex> {
  const row = await requireIndexRow(app.db, work)
  const bytes = await app.content.get(row.contentId)
  try {
    return loadWorkIndex(bytes)
  } catch (error) {
    if (!(error instanceof WorkIndexFormatError)) throw error
  }
  if (work.fingerprintsOnly) {
    throw new ClawbackError(
      'INDEX_OUTDATED',
      `The fingerprints of ${work.slug} were made by another version of Clawback`,
      'Add the work again: its originals were not kept.',
    )
  }
  return await rebuildIndex(app, work, progress)
}

async function requireIndexRow(db: Queryable, work: Work): Promise<WorkIndexRow> {
  const row = await findWorkIndex(db, work.id)
  if (row !== undefined) return row
  throw new ClawbackError('INDEX_MISSING', `The work ${work.slug} has no index`, 'Add the work again.')
}

/** The probes planned when the work was added. */
export async function loadProbePlan(
  app: { db: Queryable; content: ContentStore },
  work: Work,
): Promise<ProbePlan> {
  const row = await requireIndexRow(app.db, work)
  const bytes = await app.content.get(row.probesContentId)
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as ProbePlan
}

async function rebuildIndex(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  work: Work,
  progress: Progress,
): Promise<WorkIndex> {
  const claimed = await loadContents(app.content, await listClaimedOriginals(app.db, work.id))
  const baseline = await loadContents(app.content, await listBaselineFiles(app.db, work.id))
  const index = await storeWorkIndex(app.content, { claimed, baseline, keeps: 'texts' }, progress)
  await app.db.tx(async (tx) => {
    await replaceWorkIndex(tx, { workId: work.id, ...index, builtAt: app.clock() })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'work.indexed',
      subject: `work:${work.slug}`,
      data: { indexId: index.indexId },
    })
  })
  return loadWorkIndex(await app.content.get(index.contentId))
}
