import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { countForks } from './count-forks.ts'
import type { Edge } from './edge.ts'
import type { ShownRepository } from './shown-repository.ts'
import { afterPage, afterRecount, hideCurrent, resumeWalk, startWalk } from './fork-walk.ts'
import type { ForkCheckpoint, ForkList } from './fork-walk.ts'
import { getRepository } from './get-repository.ts'
import { PAGE, readPageInHalves } from './page-in-halves.ts'

/** Some forks of a network, and how far its listing is. */
export interface ForkPage {
  /** The repository that these are direct forks of. */
  parentId: number
  forks: ShownRepository[]
  /** Forks in the listing of which GitHub told nothing. */
  unreadable: number
  /** To be stored with the page; given back, the listing goes on behind it. */
  checkpoint: ForkCheckpoint
}

/**
 * Every fork below a repository, forks of forks included, page by page. Each id comes once in a run; a resumed run may
 * show some again. A run that ends without *could not tell* has listed every fork that GitHub lists, those made while
 * it ran included. The repository itself is not among them.
 */
export async function* listForks(
  edge: Edge,
  root: RepositoryName & { id?: number; nodeId?: string | null },
  resume?: ForkCheckpoint,
): AsyncGenerator<Answer<ForkPage>> {
  let checkpoint = resume === undefined ? undefined : resumeWalk(resume)
  if (checkpoint === undefined) {
    const identity = await identify(edge, root)
    if (identity.outcome !== 'found') {
      yield identity
      return
    }
    checkpoint = startWalk(identity.value)
  }
  const shown = new Set<number>()
  for (let first = PAGE; ;) {
    const [current] = checkpoint.open
    if (current === undefined) {
      checkpoint = afterRecount(checkpoint, await countForks(edge, checkpoint.ended))
      if (checkpoint.open.length > 0) continue
      const hidden = await stillThere(edge, checkpoint.hidden)
      if (hidden > 0) yield couldNotTell(`the forks: ${hidden} repositories do not show theirs`, edge.clock())
      return
    }
    const answer = await readPageInHalves(edge, current, { most: first, order: 'created' })
    if (answer.kind === 'missing') {
      checkpoint = hideCurrent(checkpoint)
      continue
    }
    if (answer.kind !== 'page') {
      yield couldNotTell(
        `the forks: ${answer.reason}`,
        answer.kind === 'could-not-tell' ? answer.retryAt : null,
      )
      return
    }
    const { forks, unreadable, after, hasMore } = answer.page
    if (hasMore && (after === null || after === current.after)) {
      yield couldNotTell('the forks: GitHub gave no way to the next page')
      return
    }
    first = Math.min(PAGE, answer.first * 2)
    checkpoint = afterPage(checkpoint, {
      after,
      hasMore,
      seen: forks.length + unreadable,
      parents: forks
        .filter(({ repository }) => (repository.forksCount ?? 0) > 0)
        .map(({ repository: { id, nodeId } }) => ({ id, nodeId })),
    })
    const fresh = forks.filter(({ repository }) => !shown.has(repository.id))
    for (const { repository } of fresh) shown.add(repository.id)
    yield found({
      parentId: current.id,
      forks: fresh.map((fork) => ({ ...fork, repository: { ...fork.repository, parentId: current.id } })),
      unreadable,
      checkpoint,
    })
  }
}

/** How many of these are not simply gone. The forks of a deleted repository have become its parent's. */
async function stillThere(edge: Edge, lists: readonly ForkList[]): Promise<number> {
  let count = 0
  for (const { id } of lists) if ((await getRepository(edge, id)).outcome !== 'gone') count++
  return count
}

const identitySchema = z.object({ repository: z.object({ id: z.string(), databaseId: z.int() }).nullable() })

async function identify(
  edge: Edge,
  { owner, name, id, nodeId }: RepositoryName & { id?: number; nodeId?: string | null },
): Promise<Answer<{ id: number; nodeId: string }>> {
  if (id !== undefined && typeof nodeId === 'string') return found({ id, nodeId })
  const asked = await edge.askGraphql({
    purpose: 'list forks',
    query: `query($owner: String!, $name: String!) { rateLimit { cost } repository(owner: $owner, name: $name) { id databaseId } }`,
    variables: { owner, name },
  })
  if (asked.kind !== 'answer')
    return couldNotTell(`the forks: ${asked.reason}`, asked.kind === 'could-not-tell' ? asked.retryAt : null)
  const parsed = identitySchema.safeParse(asked.data)
  if (!parsed.success) return couldNotTell("the forks: GitHub's answer was not in the form it describes")
  const { repository } = parsed.data
  if (repository !== null) return found({ id: repository.databaseId, nodeId: repository.id })
  return asked.errors.some(({ type }) => type === 'NOT_FOUND')
    ? notFound
    : couldNotTell('the forks: GitHub gave no answer')
}
