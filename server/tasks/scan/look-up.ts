import type { RepositoryAnswer } from '../../github/get-repository.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { Connection } from '../connection.ts'

/** What GitHub says of a repository by its full name. */
export type LookUp = (fullName: string) => Promise<RepositoryAnswer>

/** Asks once for each name: a scan meets the same one as a target, as official and as the root of a network. */
export function createLookUp(github: Pick<Connection, 'getRepository'>): LookUp {
  const answers = new Map<string, RepositoryAnswer>()
  return async (fullName) => {
    const key = fullName.toLowerCase()
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = await github.getRepository(readRepositoryName(fullName)!)
    if (answer.outcome !== 'could-not-tell') answers.set(key, answer)
    return answer
  }
}
