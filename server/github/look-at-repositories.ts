import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { repositoryField } from './place.ts'
import type { Place } from './place.ts'
import { SHOWN_FIELDS, shownNode, withAllRefs } from './shown-repository.ts'
import type { ShownNode, ShownRepository } from './shown-repository.ts'

/** A repository above another one in its network. */
export interface Ancestor {
  id: number
  nodeId: string
  owner: string
  name: string
  fork: boolean
  private: boolean
}

export interface LookedAt extends ShownRepository {
  /** Its parent, the parent's parent, and so on: empty when it is no fork. */
  ancestors: Ancestor[]
  /** The root of its network; null when the ancestors do not lead to it, and then REST knows. */
  rootId: number | null
}

/** Batches of 50 answer in time; 250 did not (github.md section 3). */
const AT_ONCE = 50
/** Forks of forks of forks are rare, and each level costs all of the batch. */
const DEPTH = 3

function ancestry(depth: number): string {
  const above = depth === 0 ? '' : ` parent { ${ancestry(depth - 1)} }`
  return `id databaseId name owner { login } isFork isPrivate${above}`
}

interface AncestorNode {
  id: string
  databaseId: number
  name: string
  owner: { login: string }
  isFork: boolean
  isPrivate: boolean
  parent?: AncestorNode | null | undefined
}

const ancestorNode: z.ZodType<AncestorNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    databaseId: z.int().positive(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
    isFork: z.boolean(),
    isPrivate: z.boolean(),
    parent: ancestorNode.nullish(),
  }),
)

const lookedNode = shownNode.extend({ parent: ancestorNode.nullish() })

/**
 * Many repositories with all their branches and tags, fifty in one request. One answer for each place, in its order.
 * *Not found* says only that GraphQL shows none there: whether it is disabled, blocked or gone, REST knows.
 */
export async function lookAtRepositories(edge: Edge, places: readonly Place[]): Promise<Answer<LookedAt>[]> {
  const answers = places.map((): Answer<LookedAt> => couldNotTell('not asked yet'))
  const shown: { at: number; node: ShownNode; ancestors: Ancestor[] }[] = []
  await askInHalves(
    edge,
    places.map((place, at) => ({ place, at })),
    AT_ONCE,
    {
      question: (part) => ({
        purpose: 'look at repositories',
        query: looksQuery(part.map(({ place }) => place)),
        variables: {},
      }),
      read: ({ at }, value, isFinal) => {
        if (value === null && isFinal) {
          answers[at] = notFound
          return true
        }
        const parsed = lookedNode.safeParse(value)
        if (!parsed.success) return false
        shown.push({ at, node: parsed.data, ancestors: readAncestors(parsed.data.parent) })
        return true
      },
      giveUp: ({ at }, reason, retryAt) => {
        answers[at] = couldNotTell(reason, retryAt)
      },
    },
  )
  const whole = await withAllRefs(
    edge,
    shown.map(({ node }) => node),
  )
  for (const [index, { at, ancestors }] of shown.entries()) {
    const { repository } = whole[index]!
    const top = repository.fork ? ancestors.at(-1) : repository
    const rootId = top === undefined || top.fork ? null : top.id
    answers[at] = found({ ...whole[index]!, ancestors, rootId })
  }
  return answers
}

function readAncestors(parent: AncestorNode | null | undefined): Ancestor[] {
  if (parent === null || parent === undefined) return []
  const { databaseId: id, id: nodeId, owner, name, isFork: fork } = parent
  return [
    { id, nodeId, owner: owner.login, name, fork, private: parent.isPrivate },
    ...readAncestors(parent.parent),
  ]
}

function looksQuery(places: readonly Place[]): string {
  const fields = places.map(
    (place, index) => `n${index}: ${repositoryField(place)} { ... on Repository { ...looked } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }
    fragment looked on Repository { ${SHOWN_FIELDS} parent { ${ancestry(DEPTH)} } }`
}
