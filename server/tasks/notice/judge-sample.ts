import type { Queryable } from '../../../db/database.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { checkForkSample, sampleForks } from '../../core/notice/sample-forks.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { readNetworks } from './read-networks.ts'

/** The sample behind a sentence about all forks, drawn again by its seed over the network as it is known today. */
export async function judgeSample(
  db: Queryable,
  work: Work,
  document: NoticeDocument,
): Promise<NoticeProblem[]> {
  if (!isTakedown(document) || document.representativeForks === false) return []
  // What is no sample at all is an error of the document already.
  if (checkForkSample(document.representativeForks).length > 0) return []
  const { root, reason, seed, drawn } = document.representativeForks
  const name = readRepositoryName(root)
  const row = name === undefined ? undefined : await findRepositoryByName(db, name.owner, name.name)
  const network = row === undefined ? undefined : (await readNetworks(db, work, [row.id])).get(row.id)
  const again = network === undefined ? null : sampleForks(network, { reason, seed, size: drawn.length })
  if (again?.sample?.drawn.join() === drawn.join()) return []
  const changed = errorOf(
    'sample-changed',
    `The network of ${root} is not what the sample was drawn from`,
    'Draw and review it again, or leave the sentence out',
  )
  return again === null || again.problems.length === 0 ? [changed] : again.problems
}
