import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { listBaselineFiles } from '../../db/queries/baselines.ts'
import { findWorkIndex } from '../../db/queries/work-indexes.ts'
import { listClaimedOriginals, type Work } from '../../db/queries/works.ts'
import { loadWorkIndex, WorkIndexFormatError } from '../core/match/serialize-work-index.ts'
import { planProbes, type ProbePlan } from '../core/probe/plan-probes.ts'
import type { WorkIndex } from '../core/match/work-index.ts'
import { ClawbackError } from '../errors.ts'
import type { SharedIndex } from '../threads/open-comparers.ts'
import { enterWorkIndex, makeWorkIndex, plannedProbes, type PathAndBytes } from './make-work-index.ts'
import type { Progress } from './progress.ts'

interface IndexApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
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

/**
 * The index that the work is compared with today; made now when that was left for later, or when it was made by
 * another version of Clawback.
 * @throws ClawbackError INDEX_OUTDATED when that cannot be done because the originals were not kept
 */
export async function loadIndex(app: IndexApp, work: Work, progress: Progress): Promise<WorkIndex> {
  return (await loadSharedIndex(app, work, progress)).index
}

/** The same, in memory that threads share. @throws ClawbackError INDEX_OUTDATED */
export async function loadSharedIndex(app: IndexApp, work: Work, progress: Progress): Promise<SharedIndex> {
  return (await loadStoredIndex(app, work)) ?? (await remakeIndex(app, work, progress))
}

async function loadStoredIndex(app: IndexApp, work: Work): Promise<SharedIndex | undefined> {
  const row = await findWorkIndex(app.db, work.id)
  if (row === undefined) return undefined
  try {
    return await loadShared(app.content, row.contentId)
  } catch (error) {
    if (error instanceof WorkIndexFormatError) return undefined
    throw error
  }
}

async function loadShared(content: ContentStore, contentId: string): Promise<SharedIndex> {
  const stored = await content.getShared(contentId)
  return { index: loadWorkIndex(stored), stored }
}

/** The probes planned with the index; where it was left for later, planned now. */
export async function loadProbePlan(
  app: { db: Queryable; content: ContentStore },
  work: Work,
): Promise<ProbePlan> {
  const row = await findWorkIndex(app.db, work.id)
  if (row === undefined) return planProbes(await loadClaimed(app, work), { limit: plannedProbes })
  const bytes = await app.content.get(row.probesContentId)
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as ProbePlan
}

/** A kill on the way leaves the work as it was: the index is entered when it is whole. */
async function remakeIndex(app: IndexApp, work: Work, progress: Progress): Promise<SharedIndex> {
  if (work.fingerprintsOnly) {
    throw new ClawbackError(
      'INDEX_OUTDATED',
      `The fingerprints of ${work.slug} were made by another version of Clawback`,
      'Add the work again: its originals were not kept.',
    )
  }
  progress({ step: `making ${work.slug} ready for comparing, once` })
  const baseline = await loadContents(app.content, await listBaselineFiles(app.db, work.id))
  const claimed = await loadClaimed(app, work)
  const { index, notRewritten } = await makeWorkIndex(
    app.content,
    { claimed, baseline, owners: [work.owner], keeps: 'texts' },
    progress,
  )
  await app.db.tx(async (tx) => {
    await enterWorkIndex(tx, work.id, index, app.clock())
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'work.indexed',
      subject: `work:${work.slug}`,
      data: { indexId: index.indexId, notRewritten: notRewritten.length },
    })
  })
  return await loadShared(app.content, index.contentId)
}

async function loadClaimed(
  app: { db: Queryable; content: ContentStore },
  work: Work,
): Promise<PathAndBytes[]> {
  return await loadContents(app.content, await listClaimedOriginals(app.db, work.id))
}
