import type { Queryable } from '../../db/database.ts'
import type { MatchRowFilter } from '../../db/queries/match-filter.ts'
import { listMatchRefs, selectMatches, type MatchWithRepository } from '../../db/queries/matches.ts'
import {
  matchOrders,
  selectMatchesById,
  selectMatchIds,
  type MatchOrder,
} from '../../db/queries/match-list.ts'
import { noticesNaming } from '../../db/queries/notices.ts'
import { findRepositories, type RepositoryRow } from '../../db/queries/repositories.ts'
import { matchClasses, decisions, strengths } from '../../db/schema/judgements.ts'
import { availabilities } from '../../db/schema/availabilities.ts'
import type { MatchClass, Strength } from '../core/match/types.ts'
import type { Availability, Decision, RefHead } from '../core/repository/types.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'
import { listGivenBack } from './notice/given-back.ts'

/** Words as typed; several are separated by commas. Without `strength`, strong and weak ones are listed. */
export interface MatchFilter {
  strength?: string
  class?: string
  decision?: string
  availability?: string
  /** Part of a name: of the repository, its parent or its network's root. */
  name?: string
  /** GitHub's id of a network's root. */
  network?: string
}

export interface MatchRow {
  repository: string
  id: number
  fork: boolean
  parent: string | null
  networkRoot: string | null
  official: boolean
  class: MatchClass
  strength: Strength
  originalsFound: number
  ofWork: number
  ofRepository: number
  entireRepository: boolean
  refs: RefHead[]
  availability: Availability
  decision: Decision | null
  notices: string[]
  /** Of these notices, those that claim it no more: a retraction gave it back. */
  retracted: string[]
  stars: number | null
  license: string | null
  /** Why it is strong, weak or none, in words. */
  reason: string
  firstSeenAt: string
}

/**
 * The repositories that match a work.
 * @throws ClawbackError WORK_UNKNOWN, FILTER_INVALID
 */
export async function listMatches(
  { db }: { db: Queryable },
  slug: string,
  filter: MatchFilter,
): Promise<MatchRow[]> {
  const work = await requireWork(db, slug)
  return await describeMatches(db, await selectMatches(db, work.id, readMatchFilter(filter)))
}

/** Whether an order is one that matches can be listed in. */
export function isMatchOrder(word: string): word is MatchOrder {
  return (matchOrders as readonly string[]).includes(word)
}

/**
 * The ids of the matches that a filter leaves, strong and weak ones unless it says otherwise, in an order.
 * @throws ClawbackError WORK_UNKNOWN, FILTER_INVALID
 */
export async function listMatchIds(
  { db }: { db: Queryable },
  slug: string,
  { order = 'evidence', ...filter }: MatchFilter & { order?: MatchOrder },
): Promise<number[]> {
  const work = await requireWork(db, slug)
  return await selectMatchIds(db, work.id, readMatchFilter(filter), order)
}

/** The matches of these ids, in their order. */
export async function listMatchesById(
  { db }: { db: Queryable },
  ids: readonly number[],
): Promise<MatchRow[]> {
  return await describeMatches(db, await selectMatchesById(db, ids))
}

/** Puts beside each match its refs, its network and the notices that name it. */
export async function describeMatches(
  db: Queryable,
  found: readonly MatchWithRepository[],
): Promise<MatchRow[]> {
  const refs = await listMatchRefs(
    db,
    found.map(({ match }) => match.id),
  )
  const notices = await noticesNaming(
    db,
    found.map(({ repository }) => repository.id),
  )
  const given = await listGivenBack(db)
  const related = found
    .flatMap(({ repository: r }) => [r.parentId, r.networkRootId])
    .filter((id) => id !== null)
  const relatives = await findRepositories(db, related)
  const nameOf = (id: number | null) => (id === null ? null : formatName(relatives.get(id)))
  return found.map(({ match, repository }) => ({
    repository: `${repository.owner}/${repository.name}`,
    id: repository.id,
    fork: repository.fork,
    parent: nameOf(repository.parentId),
    networkRoot: nameOf(repository.networkRootId),
    official: match.official,
    class: match.class,
    strength: match.strength,
    originalsFound: match.originalsFound,
    ofWork: match.ofWork,
    ofRepository: match.ofRepository,
    entireRepository: match.entireRepository,
    refs: refs.get(match.id) ?? [],
    availability: repository.availability,
    decision: match.decision,
    notices: notices.get(repository.id) ?? [],
    retracted: (notices.get(repository.id) ?? []).filter((id) => given.get(id)?.has(repository.id)),
    stars: repository.stars,
    license: match.license,
    reason: match.reason,
    firstSeenAt: match.firstSeenAt.toISOString(),
  }))
}

function formatName(repository: RepositoryRow | undefined): string | null {
  return repository === undefined ? null : `${repository.owner}/${repository.name}`
}

/** @throws ClawbackError FILTER_INVALID */
export function readMatchFilter(filter: MatchFilter): MatchRowFilter {
  return {
    strength: readWords('strength', filter.strength ?? 'strong,weak', strengths),
    ...(filter.class === undefined ? {} : { class: readWords('class', filter.class, matchClasses) }),
    ...(filter.decision === undefined
      ? {}
      : { decision: readWords('decision', filter.decision, [...decisions, 'none'] as const) }),
    ...(filter.availability === undefined
      ? {}
      : { availability: readWords('availability', filter.availability, availabilities) }),
    ...(filter.name === undefined ? {} : { name: filter.name }),
    ...(filter.network === undefined ? {} : { network: readId(filter.network) }),
  }
}

function readId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new ClawbackError('FILTER_INVALID', `"${text}" is no network`, "Give GitHub's id of its root.")
}

function readWords<Word extends string>(name: string, text: string, words: readonly Word[]): Word[] {
  return text.split(',').map((part) => {
    const word = words.find((known) => known === part.trim())
    if (word !== undefined) return word
    throw new ClawbackError('FILTER_INVALID', `"${part}" is no ${name}`, `Choose from: ${words.join(', ')}.`)
  })
}
