import { z } from 'zod'
import { ClawbackError } from '../errors.ts'
import type { Asked } from './ask.ts'
import type { GraphqlAsked } from './ask-graphql.ts'
import type { Edge } from './edge.ts'

const userSchema = z.object({ login: z.string() })
const viewerSchema = z.object({ viewer: userSchema })

export interface WhoAmI {
  /** An App is `name[bot]`; null when GitHub takes the credentials and does not say whose they are. */
  login: string | null
}

/**
 * The account behind the credentials: the first thing to ask, so that nothing is begun without GitHub. `asApp`: an
 * installation has no account, and REST refuses it `/user`; GraphQL knows its name.
 * @throws ClawbackError GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE
 */
export async function whoAmI(edge: Edge, { asApp }: { asApp: boolean }): Promise<WhoAmI> {
  if (!asApp) {
    const asked = await edge.ask({ purpose: 'verify credentials', bucket: 'core', path: '/user' })
    const user =
      asked.kind === 'answer' && asked.status === 200 ? userSchema.safeParse(asked.content) : undefined
    if (user?.success === true) return { login: user.data.login }
    // "Resource not accessible by integration": the token of an App's installation, given as any other.
    if (asked.kind !== 'answer') throw unreachable(asked)
  }
  const asked = await edge.askGraphql({
    purpose: 'verify credentials',
    query: 'query { rateLimit { cost } viewer { login } }',
    variables: {},
  })
  if (asked.kind !== 'answer') throw unreachable(asked)
  const viewer = viewerSchema.safeParse(asked.data)
  return { login: viewer.success ? viewer.data.viewer.login : null }
}

function unreachable(asked: Asked | Exclude<GraphqlAsked, { kind: 'answer' }>): ClawbackError {
  return new ClawbackError(
    'GITHUB_UNREACHABLE',
    asked.kind === 'answer' ? `GitHub answered ${asked.status} to GET /user` : asked.reason,
    'Check the network, the proxy and GITHUB_API_URL; nothing was changed, and the same command can be run again.',
    { exitCode: 4 },
  )
}
