import { ClawbackError } from '../errors.ts'
import type { Edge } from './edge.ts'
import type { Pass } from './passes.ts'
import { whoAmI } from './who-am-i.ts'

/** What GitHub says of one of several credentials. */
export interface KnownPass {
  name: string
  login: string | null
  /** Null when GitHub takes them. */
  problem: ClawbackError | null
}

/** Asks with each of the credentials by itself: a run goes on while one of them is good, and one that is not goes unnoticed. */
export async function whoIsEach(passes: readonly Pass[], edgeOf: (pass: Pass) => Edge): Promise<KnownPass[]> {
  return await Promise.all(
    passes.map(async (pass): Promise<KnownPass> => {
      const { name, isApp } = pass
      try {
        const { login } = await whoAmI(edgeOf(pass), { asApp: isApp })
        return { name, login, problem: null }
      } catch (error) {
        if (!(error instanceof ClawbackError)) throw error
        return { name, login: null, problem: error }
      }
    }),
  )
}
