import type { Queryable } from '../../../db/database.ts'
import { listCounterNotices, type CounterNotice } from '../../../db/queries/counter-notices.ts'
import type { EarlierClaim } from '../../core/notice/types.ts'
import { listReturns, type Return } from './list-returns.ts'

/** So many earlier notices say it for one repository; the rest stands in "returns". */
const ENOUGH = 3

/**
 * What a notice may say of earlier ones, by the id of the repository that came back: first what the same account
 * published, then the latest. What was given back or is disputed is held against nobody.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function citeReturns(db: Queryable, slug: string): Promise<Map<number, EarlierClaim[]>> {
  const { returns } = await listReturns({ db }, slug)
  if (returns.length === 0) return new Map()
  const counters = await listCounterNotices(db)
  return new Map(
    returns.flatMap((one) => {
      const held = one.chain.filter((link) => !link.givenBack && !isDisputed(link, counters))
      const cited = [...held.filter(isByOwner), ...held.filter((link) => !isByOwner(link))].slice(0, ENOUGH)
      return cited.length === 0 ? [] : [[one.id, cited.map((link) => toClaim(one.repository, link))]]
    }),
  )
}

type Link = Return['chain'][number]

function isByOwner({ ties }: Link): boolean {
  return ties.includes('owner')
}

function isDisputed({ notice, repository }: Link, counters: readonly CounterNotice[]): boolean {
  return counters.some(
    (counter) =>
      counter.notice === notice &&
      (counter.repositories.length === 0 ||
        counter.repositories.some((each) => each.toLowerCase() === repository.toLowerCase())),
  )
}

function toClaim(repository: string, link: Link): EarlierClaim {
  const { repository: earlier, sentAt, publishedUrl, ticket, ties } = link
  return { repository, earlier, sentOn: sentAt.slice(0, 10), publishedUrl, ticket, ties }
}
