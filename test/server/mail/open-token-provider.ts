import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'
import type { MailOAuth } from '../../../server/mail/access-token.ts'

/** A certified provider of tokens on loopback: for a program in its own right, and for the servers that look into them. */
export interface TokenProvider {
  /** As Clawback signs in: the program is called like the mailbox, so that a server knows whose token it is. */
  oauth: MailOAuth
  /** Where a mail server asks about a token, with its own login in the address. */
  introspectionUrl: string
  isTokenOf: (user: string, token: string) => Promise<boolean>
  /** How many tokens were given. */
  given: () => number
}

const secret = 'a secret of the program that is long enough'
const ofServer = { id: 'mailserver', secret: 'asecretofthemailserverthatislong' }

export async function openTokenProvider(user: string): Promise<TokenProvider> {
  let given = 0
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const common = { redirect_uris: [], response_types: [], grant_types: ['client_credentials'] }
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      { ...common, client_id: user, client_secret: secret, token_endpoint_auth_method: 'client_secret_post' },
      { ...common, client_id: ofServer.id, client_secret: ofServer.secret },
    ],
    claims: {},
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['a key of this test'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
    },
  })
  const handle = provider.callback()
  server.on('request', (req, res) => {
    if (req.url === '/token') given++
    handle(req, res)
  })
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return {
    oauth: {
      tokenUrl: `http://127.0.0.1:${port}/token`,
      clientId: user,
      clientSecret: secret,
      refreshToken: null,
      scope: null,
    },
    introspectionUrl: `http://${ofServer.id}:${ofServer.secret}@127.0.0.1:${port}/token/introspection`,
    async isTokenOf(name, token) {
      const answer = await fetch(`http://127.0.0.1:${port}/token/introspection`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${ofServer.id}:${ofServer.secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ token }),
      })
      const { active, client_id: whose } = (await answer.json()) as { active: boolean; client_id?: string }
      return active && whose === name
    },
    given: () => given,
  }
}
