import type { Queryable } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { requireWork } from '../find-work.ts'
import { listNamedAlready } from './named-already.ts'

/** One repository that was decided to infringe. */
export interface Nameable {
  repository: string
  id: number
  strength: string
  entireRepository: boolean
  availability: string
  /** The signed notice that names it already; null: none. */
  notice: string | null
}

/** The repositories of one fork network, which GitHub's form takes in one notice a parent. */
export interface NameableNetwork {
  /** `owner/name` of the network's root, or of the one repository that has no network. */
  root: string
  repositories: Nameable[]
}

/**
 * What was reviewed as infringing, network by network, the largest first: what a person chooses from. Drafting asks
 * the gate about each again, since a decision may have lapsed.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listNameable({ db }: { db: Queryable }, slug: string): Promise<NameableNetwork[]> {
  const work = await requireWork(db, slug)
  const found = await selectMatches(db, work.id, { decision: ['infringing'] })
  const named = await listNamedAlready(db, work.id, null)
  const roots = await findRepositories(
    db,
    found.map(({ repository }) => repository.networkRootId).filter((id) => id !== null),
  )
  const networks = new Map<number, NameableNetwork>()
  for (const { match, repository } of found) {
    if (match.official) continue
    const name = `${repository.owner}/${repository.name}`
    const rootId = repository.networkRootId ?? repository.id
    const root = roots.get(rootId)
    const network = networks.get(rootId) ?? {
      root: root === undefined ? name : `${root.owner}/${root.name}`,
      repositories: [],
    }
    networks.set(rootId, network)
    network.repositories.push({
      repository: name,
      id: repository.id,
      strength: match.strength,
      entireRepository: match.entireRepository,
      availability: repository.availability,
      notice: named.get(repository.id) ?? null,
    })
  }
  return [...networks.values()].sort(
    (a, b) => b.repositories.length - a.repositories.length || (a.root < b.root ? -1 : 1),
  )
}
