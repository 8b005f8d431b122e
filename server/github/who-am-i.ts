import { z } from 'zod'
import { ClawbackError } from '../errors.ts'
import type { Edge } from './edge.ts'

const userSchema = z.object({ login: z.string() })

/**
 * The account behind the credentials: the first thing to ask, so that nothing is begun without GitHub.
 * @throws ClawbackError GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE
 */
export async function whoAmI(edge: Edge): Promise<{ login: string }> {
  const asked = await edge.ask({ purpose: 'verify credentials', bucket: 'core', path: '/user' })
  const user =
    asked.kind === 'answer' && asked.status === 200 ? userSchema.safeParse(asked.content) : undefined
  if (user?.success === true) return { login: user.data.login }
  const what = asked.kind === 'could-not-tell' ? asked.reason : `GitHub answered ${asked.status} to GET /user`
  throw new ClawbackError(
    'GITHUB_UNREACHABLE',
    what,
    'Check the network and GITHUB_API_URL; nothing was changed, and the same command can be run again.',
    { exitCode: 4 },
  )
}
