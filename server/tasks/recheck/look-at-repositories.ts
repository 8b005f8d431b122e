import type { Queryable } from '../../../db/database.ts'
import { findRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { listEvidenceTimes, listTrackedStates } from '../../../db/queries/tracking.ts'
import type { Answer } from '../../core/answer.ts'
import { markGlimpse } from '../../core/repository/glimpse-mark.ts'
import type { Glimpse } from '../../github/check-repositories.ts'
import type { Connection } from '../connection.ts'
import type { Progress } from '../progress.ts'
import { lookAtRepository, type Look } from './look-at-repository.ts'
import type { Watching } from './select-for-recheck.ts'

/** What fifty repositories showed. */
export interface Batch {
  /** GraphQL shows them as when REST last gave its answer. `isMarked`: that was noted already. */
  quiet: { id: number; mark: string; isMarked: boolean }[]
  looks: Look[]
  /** Not asked, since GitHub answers nothing any more. */
  unasked: { repository: RepositoryRow; reason: string }[]
}

export interface Eyes {
  db: Queryable
  github: Connection
  clock: () => Date
}

/** One GraphQL request. */
const BATCH = 50
/** So many REST requests at once: what waits for GitHub waits together. */
const AT_ONCE = 4
/** So many questions without an answer, and GitHub is left alone until the next recheck. */
const ENOUGH = 3
/**
 * Each recheck asks REST about some that GraphQL shows as before, the longest unasked first: nobody has published
 * what GraphQL shows of blocked repositories.
 */
const SPOT_CHECKS = 6

/**
 * Looks at repositories, fifty at a time: one GraphQL request finds what may have changed, REST settles it. Where a
 * spot check finds that GraphQL hides a change, REST is asked about all that notices name.
 */
export async function* lookAtRepositories(
  eyes: Eyes,
  watched: ReadonlyMap<number, Watching>,
  progress: Progress,
): AsyncGenerator<Batch> {
  const ids = [...watched.keys()]
  const spots = await chooseSpots(eyes.db, watched)
  const passed: number[] = []
  let isBlind = false
  let silence = 0
  const listen = (looks: readonly Look[]) => {
    for (const { httpStatus, reason } of looks)
      silence = httpStatus === null && reason !== null ? silence + 1 : 0
  }
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH)
    const rows = [...(await findRepositories(eyes.db, part)).values()]
    if (silence >= ENOUGH) {
      const reason = 'GitHub answers nothing at the moment'
      yield { quiet: [], looks: [], unasked: rows.map((repository) => ({ repository, reason })) }
      continue
    }
    const batch = await lookAtBatch(eyes, rows, (id) => spots.has(id) || (isBlind && isNamed(watched, id)))
    isBlind ||= batch.looks.some(hidesChange)
    listen(batch.looks)
    if (batch.unasked.length === rows.length) silence++
    passed.push(...batch.quiet.filter(({ id }) => isNamed(watched, id)).map(({ id }) => id))
    yield batch
    progress({ step: 'rechecking', done: Math.min(ids.length, from + BATCH), total: ids.length })
  }
  if (isBlind) yield* lookAgain(eyes, passed)
}

/** What GraphQL showed as before, now by REST alone. */
async function* lookAgain(eyes: Eyes, ids: readonly number[]): AsyncGenerator<Batch> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = [...(await findRepositories(eyes.db, ids.slice(from, from + BATCH))).values()]
    const looks = await settle(
      eyes,
      rows.map((row) => ({ row, mark: row.settledMark, isAsBefore: true })),
    )
    yield { quiet: [], looks, unasked: [] }
  }
}

async function lookAtBatch(
  eyes: Eyes,
  rows: readonly RepositoryRow[],
  mustSettle: (id: number) => boolean,
): Promise<Batch> {
  const glimpses = await eyes.github.checkRepositories(rows)
  const evidence = await listEvidenceTimes(
    eyes.db,
    rows.map(({ id }) => id),
  )
  const batch: Batch = { quiet: [], looks: [], unasked: [] }
  const loud: Unsettled[] = []
  for (const row of rows) {
    const glimpse = glimpses.get(row.id)
    if (glimpse === undefined || glimpse.outcome === 'could-not-tell') {
      batch.unasked.push({ repository: row, reason: glimpse?.reason ?? 'no answer' })
      continue
    }
    const mark = markOf(glimpse)
    const isAsBefore = showsNoChange(row, glimpse, mark) && !isJudgedAnew(row, evidence.get(row.id))
    if (isAsBefore && !mustSettle(row.id))
      batch.quiet.push({ id: row.id, mark, isMarked: row.settledMark !== null })
    else loud.push({ row, mark, isAsBefore })
  }
  batch.looks = await settle(eyes, loud)
  return batch
}

interface Unsettled {
  row: RepositoryRow
  mark: string | null
  isAsBefore: boolean
}

async function settle(eyes: Eyes, unsettled: readonly Unsettled[]): Promise<Look[]> {
  const looks: Look[] = []
  for (let from = 0; from < unsettled.length; from += AT_ONCE) {
    const part = unsettled.slice(from, from + AT_ONCE)
    looks.push(
      ...(await Promise.all(
        part.map(({ row, mark, isAsBefore }) => lookAtRepository(eyes, row, { mark, isAsBefore })),
      )),
    )
  }
  return looks
}

/** Before the first mark, what a scan saw counts: there, under this name, and pushed to at the same time. */
function showsNoChange(row: RepositoryRow, glimpse: Answer<Glimpse>, mark: string): boolean {
  if (row.settledMark !== null) return row.settledMark === mark
  if (glimpse.outcome !== 'found' || row.availability !== 'available') return false
  const { repository, disabled } = glimpse.value
  return (
    !disabled &&
    repository.owner === row.owner &&
    repository.name === row.name &&
    (repository.pushedAt?.getTime() ?? null) === (row.pushedAt?.getTime() ?? null)
  )
}

/** A scan has written new evidence since: what is left of the old is no answer any more. */
function isJudgedAnew({ availability, settledAt }: RepositoryRow, judgedAt: Date | undefined): boolean {
  if (availability !== 'changed' || judgedAt === undefined) return false
  return settledAt === null || judgedAt > settledAt
}

/** REST tells another state than the one that GraphQL showed no change of. */
function hidesChange({ repository, availability, isAsBefore }: Look): boolean {
  return isAsBefore && availability !== 'unknown' && availability !== repository.availability
}

function markOf(glimpse: Exclude<Answer<Glimpse>, { outcome: 'could-not-tell' }>): string {
  if (glimpse.outcome === 'not-found') return markGlimpse(null)
  const { repository, disabled, head, branches, tags } = glimpse.value
  const { owner, name, pushedAt = null } = repository
  return markGlimpse({ owner, name, disabled, pushedAt, head: head?.commit ?? null, branches, tags })
}

async function chooseSpots(db: Queryable, watched: ReadonlyMap<number, Watching>): Promise<Set<number>> {
  const states = [...(await listTrackedStates(db, [...watched.keys()])).values()]
  const rank = ({ id, availability }: (typeof states)[number]) =>
    isNamed(watched, id) && availability !== 'disabled' && availability !== 'gone' ? 0 : 1
  const settled = ({ settledAt }: (typeof states)[number]) => settledAt?.getTime() ?? 0
  states.sort((a, b) => rank(a) - rank(b) || settled(a) - settled(b) || a.id - b.id)
  return new Set(states.slice(0, SPOT_CHECKS).map(({ id }) => id))
}

function isNamed(watched: ReadonlyMap<number, Watching>, id: number): boolean {
  return watched.get(id)?.watch === 'named'
}
