import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import type { Edge } from './edge.ts'
import { readRefs } from './read-refs.ts'
import type { Heads } from './refs.ts'

const idSchema = z.object({ repository: z.object({ id: z.string() }) })
const noneSchema = z.object({ repository: z.null() })

/** All branches and tags of a repository; an empty one has none. `not-found`: GraphQL sees no such repository; REST has the verdict. */
export async function listHeads(
  edge: Edge,
  repository: RepositoryName & { nodeId?: string | null },
): Promise<Answer<Heads>> {
  const nodeId =
    typeof repository.nodeId === 'string' ? found(repository.nodeId) : await findNodeId(edge, repository)
  if (nodeId.outcome !== 'found') return nodeId
  const [branches, tags] = await readRefs(edge, [
    { nodeId: nodeId.value, prefix: 'refs/heads/', after: null },
    { nodeId: nodeId.value, prefix: 'refs/tags/', after: null },
  ])
  return joinHeads(branches!, tags!)
}

/** Both, or neither: half of the heads is no answer. */
export function joinHeads(...parts: Answer<Heads>[]): Answer<Heads> {
  const joined: Heads = { heads: [], others: [] }
  for (const part of parts) {
    if (part.outcome !== 'found') return part
    joined.heads.push(...part.value.heads)
    joined.others.push(...part.value.others)
  }
  return found(joined)
}

async function findNodeId(edge: Edge, { owner, name }: RepositoryName): Promise<Answer<string>> {
  const asked = await edge.askGraphql({
    purpose: 'list heads',
    query:
      'query($owner: String!, $name: String!) { rateLimit { cost } repository(owner: $owner, name: $name) { id } }',
    variables: { owner, name },
  })
  if (asked.kind !== 'answer')
    return couldNotTell(
      `branches and tags: ${asked.reason}`,
      asked.kind === 'could-not-tell' ? asked.retryAt : null,
    )
  const parsed = idSchema.safeParse(asked.data)
  if (parsed.success) return found(parsed.data.repository.id)
  const isMissing =
    noneSchema.safeParse(asked.data).success && asked.errors.some(({ type }) => type === 'NOT_FOUND')
  return isMissing
    ? notFound
    : couldNotTell("branches and tags: GitHub's answer was not in the form it describes")
}
