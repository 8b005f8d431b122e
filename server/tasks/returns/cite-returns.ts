import type { Queryable } from '../../../db/database.ts'
import { listCounterNotices, type CounterNotice } from '../../../db/queries/counter-notices.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import type { EarlierClaim } from '../../core/notice/types.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { requireWork } from '../find-work.ts'
import { readStanding } from '../review/read-standing.ts'
import { isCleared, listReturns, type Return } from './list-returns.ts'

/** So many earlier notices say it for one repository; the rest stands in "returns". */
const ENOUGH = 3

/**
 * What a notice may say of earlier ones, by the id of the repository that came back: first what the same account
 * published, then the latest. What was given back or is disputed is held against nobody, nor what we know better by now.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function citeReturns(db: Queryable, slug: string): Promise<Map<number, EarlierClaim[]>> {
  const { returns } = await listReturns({ db }, slug)
  if (returns.length === 0) return new Map()
  const counters = await listCounterNotices(db)
  const cleared = await findCleared(
    db,
    slug,
    new Set(returns.flatMap(({ chain }) => chain.map(({ id }) => id))),
  )
  return new Map(
    returns.flatMap((one) => {
      const held = one.chain.filter(
        (link) => !link.givenBack && !cleared.has(link.id) && !isDisputed(link, counters),
      )
      const cited = [...held.filter(isByOwner), ...held.filter((link) => !isByOwner(link))].slice(0, ENOUGH)
      return cited.length === 0 ? [] : [[one.id, cited.map((link) => toClaim(one.repository, link))]]
    }),
  )
}

type Link = Return['chain'][number]

function isByOwner({ ties }: Link): boolean {
  return ties.includes('owner')
}

/** What somebody decided since not to be infringing, or what turned out to be the owner's own. */
async function findCleared(db: Queryable, slug: string, ids: ReadonlySet<number>): Promise<Set<number>> {
  const work = await requireWork(db, slug)
  const officials = await listOfficials(db, work.id)
  const matches = await findMatches(db, work.id, [...ids])
  const repositories = await findRepositories(db, [...ids])
  const reviewed = await readStanding(db, [...matches.values()])
  return new Set(
    [...ids].filter((id) => {
      const [match, repository] = [matches.get(id), repositories.get(id)]
      const decision = match === undefined ? null : reviewed.get(match.id)!.standing.decision
      const isOwn =
        match?.official === true || (repository !== undefined && isOfficial(repository, officials))
      return isOwn || isCleared(decision)
    }),
  )
}

function isDisputed({ notice, repository, nameToday }: Link, counters: readonly CounterNotice[]): boolean {
  return counters.some(
    (counter) =>
      counter.notice === notice &&
      (counter.repositories.length === 0 ||
        counter.repositories.some((each) =>
          [repository, nameToday].some((name) => name.toLowerCase() === each.toLowerCase()),
        )),
  )
}

function toClaim(repository: string, link: Link): EarlierClaim {
  const { repository: earlier, sentAt, publishedUrl, ticket, ties } = link
  return { repository, earlier, sentOn: sentAt.slice(0, 10), publishedUrl, ticket, ties }
}
