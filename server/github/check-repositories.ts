import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { RefHead, RepositoryName } from '../core/repository/types.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { graphqlRepository, recordFromGraphql, REPOSITORY_FIELDS } from './repository-record.ts'
import type { RepositoryRecord } from './repository-record.ts'

/** What a repository looks like from afar: enough to see whether a closer look is due. */
export interface Glimpse {
  /** Under its name of today, with the time of its last push. */
  repository: RepositoryRecord
  disabled: boolean
  /** The default branch; null when the repository is empty. */
  head: RefHead | null
  /** How many there are: one that was deleted need not show as a push. */
  branches: number
  tags: number
}

/** A repository to look at. With a node id, the same one is found under any name. */
export type Known = RepositoryName & { id: number; nodeId: string | null }

/** Batches of 50 answer in time; 250 did not (github.md section 3). */
const AT_ONCE = 50

const FIELDS = `... on Repository { ${REPOSITORY_FIELDS} head: defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }
  branches: refs(refPrefix: "refs/heads/", first: 1) { totalCount } tags: refs(refPrefix: "refs/tags/", first: 1) { totalCount } }`

const glimpseSchema = graphqlRepository.extend({
  head: z
    .object({ name: z.string(), target: z.object({ oid: z.string(), tree: z.object({ oid: z.string() }) }) })
    .nullable(),
  branches: z.object({ totalCount: z.int() }).nullable(),
  tags: z.object({ totalCount: z.int() }).nullable(),
})

/**
 * A glimpse of many repositories for one point each fifty, by repository id. Not found: GraphQL does not show it;
 * whether it is disabled, blocked or gone, REST knows (`getRepository`).
 */
export async function checkRepositories(
  edge: Edge,
  repositories: readonly Known[],
): Promise<Map<number, Answer<Glimpse>>> {
  const answers = new Map<number, Answer<Glimpse>>()
  const once = [...new Map(repositories.map((repository) => [repository.id, repository])).values()]
  await askInHalves(edge, once, AT_ONCE, {
    question: (part) => ({ purpose: 'check repositories', query: checkQuery(part), variables: {} }),
    read: ({ id }, value, isFinal) => {
      if (value === null && isFinal) {
        answers.set(id, notFound)
        return true
      }
      const parsed = glimpseSchema.safeParse(value)
      if (!parsed.success) return false
      const { head, isDisabled, branches, tags } = parsed.data
      // Null where GitHub does not tell: no number of them is as before.
      if (branches === null || tags === null) return false
      // A name that was taken by another repository shows that one.
      if (parsed.data.databaseId !== id) answers.set(id, notFound)
      else {
        answers.set(
          id,
          found({
            repository: recordFromGraphql(parsed.data),
            disabled: isDisabled,
            head:
              head === null
                ? null
                : { ref: `refs/heads/${head.name}`, commit: head.target.oid, tree: head.target.tree.oid },
            branches: branches.totalCount,
            tags: tags.totalCount,
          }),
        )
      }
      return true
    },
    giveUp: ({ id }, reason, retryAt) => answers.set(id, couldNotTell(reason, retryAt)),
  })
  return answers
}

function checkQuery(repositories: readonly Known[]): string {
  const fields = repositories.map(({ owner, name, nodeId }, index) => {
    const what =
      nodeId === null
        ? `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)})`
        : `node(id: ${JSON.stringify(nodeId)})`
    return `n${index}: ${what} { ${FIELDS} }`
  })
  return `query { rateLimit { cost } ${fields.join('\n')} }`
}
