/** What we use of oidc-provider, which brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export interface Account {
    accountId: string
    claims: () => Record<string, unknown>
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: Record<string, unknown>[]
        claims: Record<string, string[]>
        findAccount: (context: unknown, id: string) => Account
        cookies: { keys: string[] }
        jwks?: unknown
        pkce?: unknown
        features?: Record<string, unknown>
      },
    )
    callback(): RequestListener
  }
}
