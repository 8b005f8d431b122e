import type { Answer } from '../../core/answer.ts'
import type { SearchPage } from '../../github/search-page.ts'
import type { CouldNotTell } from './could-not-tell.ts'

export interface Searched<Item> {
  outcome: 'searched'
  /** How many GitHub counts; it shows 1,000 of them. */
  total: number
  /** More than GitHub shows. */
  cutOff: boolean
  /** Some page was incomplete each time that it was asked for. */
  incomplete: boolean
  /** How often a page was asked for again because it was incomplete. */
  askedAgain: number
  items: Item[]
}

/** A search that ran out of time on GitHub's side often does not the next time. */
const mostTries = 3

/**
 * Reads a search page by page while `goOn` says so after each. A page that GitHub calls incomplete, or that came
 * shorter than its own count says, is asked for again; what any of the tries showed counts.
 */
export async function readSearch<Item>(
  ask: (page: number) => Promise<Answer<SearchPage<Item>>>,
  goOn: (page: SearchPage<Item>) => boolean,
): Promise<Searched<Item> | CouldNotTell> {
  const read: Searched<Item> = {
    outcome: 'searched',
    total: 0,
    cutOff: false,
    incomplete: false,
    askedAgain: 0,
    items: [],
  }
  for (let page = 1; ; page++) {
    let last: SearchPage<Item> | undefined
    for (let tries = 1; tries <= mostTries; tries++) {
      const answer = await ask(page)
      if (answer.outcome === 'could-not-tell') {
        // What came before is worth more than nothing, as long as it is not taken for everything.
        if (last === undefined) return answer
        break
      }
      if (answer.outcome === 'not-found') return read
      last = answer.value
      read.items.push(...last.items)
      read.total = Math.max(read.total, last.totalCount)
      read.cutOff ||= last.cutOff
      if (!last.incompleteResults) break
      if (tries < mostTries) read.askedAgain++
    }
    read.incomplete ||= last!.incompleteResults
    if (!last!.hasMore || !goOn(last!)) return read
  }
}
