import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { SHOWN_FIELDS, shownNode, withAllRefs } from './shown-repository.ts'
import type { ShownNode, ShownRepository } from './shown-repository.ts'

export interface Owned {
  /** How many public repositories the owner has. */
  total: number
  /** Those that were pushed to last, the latest first. */
  repositories: ShownRepository[]
}

/** Each owner shows this many repositories, with the refs of each: the request stays as heavy as a page of forks. */
const REPOSITORIES = 10
const AT_ONCE = 10

const ownerSchema = z.object({
  repositories: z.object({ totalCount: z.int(), nodes: z.array(z.unknown()) }),
})

/** The latest repositories of these owners with all their branches and tags. *Not found*: there is no such owner. */
export async function listOwned(edge: Edge, owners: readonly string[]): Promise<Map<string, Answer<Owned>>> {
  const answers = new Map<string, Answer<Owned>>()
  const shown: { owner: string; total: number; nodes: ShownNode[] }[] = []
  await askInHalves(edge, [...new Set(owners)], AT_ONCE, {
    question: (part) => ({ purpose: 'list what an owner has', query: ownedQuery(part), variables: {} }),
    read: (owner, value, isFinal, refusal = 'NOT_FOUND') => {
      if (value === null && isFinal && refusal === 'NOT_FOUND') {
        answers.set(owner, notFound)
        return true
      }
      const parsed = ownerSchema.safeParse(value)
      if (!parsed.success) return false
      const { totalCount: total, nodes } = parsed.data.repositories
      const read = nodes.map((node) => shownNode.safeParse(node))
      if (read.some(({ success }) => !success)) return false
      shown.push({ owner, total, nodes: read.flatMap(({ data }) => (data === undefined ? [] : [data])) })
      return true
    },
    giveUp: (owner, reason, retryAt) =>
      answers.set(owner, couldNotTell(`what ${owner} has: ${reason}`, retryAt)),
  })
  const whole = await withAllRefs(
    edge,
    shown.flatMap(({ nodes }) => nodes),
  )
  let at = 0
  for (const { owner, total, nodes } of shown) {
    answers.set(owner, found({ total, repositories: whole.slice(at, at + nodes.length) }))
    at += nodes.length
  }
  return answers
}

function ownedQuery(owners: readonly string[]): string {
  const fields = owners.map(
    (owner, index) => `n${index}: repositoryOwner(login: ${JSON.stringify(owner)}) {
      repositories(first: ${REPOSITORIES}, privacy: PUBLIC, ownerAffiliations: [OWNER],
        orderBy: { field: PUSHED_AT, direction: DESC }) { totalCount nodes { ...shown } } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }
    fragment shown on Repository { ${SHOWN_FIELDS} }`
}
