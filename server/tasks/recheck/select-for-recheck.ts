import type { Queryable } from '../../../db/database.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import {
  listMatchedRepositories,
  listNetworkMemberIds,
  listOfficialRepositoryIds,
  listTrackedStates,
  type TrackedState,
} from '../../../db/queries/tracking.ts'
import { findWorkById, listWorkRows, type Work } from '../../../db/queries/works.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import { nextLook, type Watch } from '../../core/repository/recheck-schedule.ts'
import { requireWork } from '../find-work.ts'
import { requireNotice } from '../notice/find-notice.ts'
import { listSentNotices, type SentNotice } from '../sent-notices.ts'
import { isMaterialDue, selectMaterials, type WatchedMaterial } from './select-materials.ts'

/** Why a repository is watched, and since when. */
export interface Watching {
  watch: Watch
  since: Date
}

export interface RecheckSelection {
  works: Work[]
  /** By repository id; what notices name comes first. */
  watched: Map<number, Watching>
  /** Gists: they are no repositories. */
  materials: WatchedMaterial[]
  /** Takedowns that were sent: what they did is looked for in the whole network. */
  notices: SentNotice[]
}

/** The matches, everything named in a notice, the rest of those networks, and the official repositories. */
export async function selectForRecheck(
  db: Queryable,
  input: { work: string | null; notice: string | null },
): Promise<RecheckSelection> {
  const only = input.notice === null ? null : await requireNotice(db, input.notice)
  const works = await selectWorks(db, input.work, only)
  const watched = new Map<number, Watching>()
  const notices: SentNotice[] = []
  for (const work of works) notices.push(...(await listSentNotices(db, work.id)))
  const asked = notices.filter(({ notice }) => only === null || notice.id === only.id)
  for (const { named, sentAt } of asked) for (const id of named) watchCloser(watched, id, 'named', sentAt)
  for (const [id, since] of await listBeside(db, works, asked)) watchCloser(watched, id, 'beside', since)
  if (only === null) {
    for (const work of works)
      for (const { id, foundAt } of await listMatchedRepositories(db, work.id))
        watchCloser(watched, id, 'match', foundAt)
  }
  const materials = await selectMaterials(db, works, { asked, isOnlyNamed: only !== null })
  return { works, watched, materials, notices }
}

/** Only what is due, by how quickly things happen to repositories of its kind and age. */
export async function selectDue(db: Queryable, now: Date): Promise<RecheckSelection> {
  const selection = await selectForRecheck(db, { work: null, notice: null })
  const due = new Map<number, Watching>()
  const states = await listTrackedStates(db, [...selection.watched.keys()])
  for (const [id, watching] of selection.watched) {
    const state = states.get(id)
    if (state === undefined) continue
    const { watch, since } = isWronged(state, selection.notices, watching)
      ? { watch: 'wronged' as const, since: state.availabilitySince ?? watching.since }
      : watching
    const { availability, checkedAt } = state
    if (nextLook({ watch, since, availability, checkedAt }) <= now) due.set(id, watching)
  }
  const materials = selection.materials.filter((one) => isMaterialDue(one, now))
  return { ...selection, watched: due, materials }
}

/** Disabled under a notice of ours that does not name it. */
function isWronged(state: TrackedState, notices: readonly SentNotice[], { watch }: Watching): boolean {
  if (state.availability !== 'disabled' || watch === 'named') return false
  return (
    attributeNotice(
      state.blockNoticeUrl,
      notices.map(({ notice }) => notice),
    ) !== undefined
  )
}

/** The nearest reason counts, and of equal ones the latest: a new notice makes its repositories urgent again. */
function watchCloser(watched: Map<number, Watching>, id: number, watch: Watch, since: Date): void {
  const known = watched.get(id)
  if (known === undefined || (known.watch === watch && known.since < since)) watched.set(id, { watch, since })
}

/** The rest of the networks of what was named, and the official repositories: since the last notice that may hit them. */
async function listBeside(
  db: Queryable,
  works: readonly Work[],
  notices: readonly SentNotice[],
): Promise<Map<number, Date>> {
  const beside = new Map<number, Date>()
  for (const { named, sentAt } of notices) {
    const states = await listTrackedStates(db, [...named])
    const roots = new Set([...states.values()].flatMap(({ networkRootId }) => networkRootId ?? []))
    for (const id of await listNetworkMemberIds(db, [...roots])) beside.set(id, later(beside.get(id), sentAt))
  }
  for (const work of works) {
    const last = notices.filter(({ notice }) => notice.workId === work.id).at(-1)
    if (last === undefined) continue
    for (const id of await listOfficialRepositoryIds(db, await listOfficials(db, work.id)))
      beside.set(id, later(beside.get(id), last.sentAt))
  }
  return beside
}

function later(one: Date | undefined, other: Date): Date {
  return one !== undefined && one > other ? one : other
}

async function selectWorks(db: Queryable, slug: string | null, only: Notice | null): Promise<Work[]> {
  if (only !== null) return [(await findWorkById(db, only.workId))!]
  return slug === null ? await listWorkRows(db) : [await requireWork(db, slug)]
}
