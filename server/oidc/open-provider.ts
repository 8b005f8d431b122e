import * as client from 'openid-client'
import { ClawbackError } from '../errors.ts'
import { explainProviderError } from './explain-provider-error.ts'

export interface ProviderSettings {
  issuer: string
  clientId: string
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: string | null
  /** How the button calls it. */
  name: string
  /** Where the provider sends people back to; null: to where they came from. */
  redirectUrl: string | null
}

/** What one attempt to sign in is checked by: known to the browser that began it alone. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** Who the provider says that somebody is. */
export interface Identity {
  issuer: string
  /** The provider's own name for them, never given to another. */
  subject: string
  /** In lower case; null where the provider gives none or has not verified it. */
  email: string | null
  /** The provider has asked for a second factor (RFC 8176). */
  secondFactor: boolean
}

export interface Provider {
  name: string
  redirectUrl: string | null
  /** Where the browser goes, and what the answer is checked by. */
  begin: (redirectUrl: string) => Promise<{ url: string; attempt: Attempt }>
  /**
   * What the provider says, from the address that the browser came back to.
   * @throws ClawbackError PROVIDER_REFUSED, PROVIDER_UNTRUE, PROVIDER_UNREACHABLE
   */
  finish: (returned: URL, attempt: Attempt) => Promise<Identity>
  /** Where its own session is ended; null: it has no such page. */
  leave: () => Promise<string | null>
  /** Reads its description anew. @throws ClawbackError PROVIDER_UNREACHABLE, PROVIDER_UNTRUE */
  look: () => Promise<void>
}

const timeoutSeconds = 10
const clockSkewSeconds = 60

/** What counts as a second factor among the methods of RFC 8176. */
const strongMethods: ReadonlySet<string> = new Set(['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'iris', 'sc'])

/**
 * An OpenID provider: code flow with PKCE, state and nonce (OpenID Connect Core 1.0; RFC 9700). Its description is read
 * at the first need and kept; one that could not be read is asked for again the next time.
 */
export function openProvider(settings: ProviderSettings): Provider {
  let known: Promise<client.Configuration> | undefined
  const describe = () => {
    known ??= discover(settings)
    known.catch(() => (known = undefined))
    return known
  }
  return {
    name: settings.name,
    redirectUrl: settings.redirectUrl,
    async begin(redirectUrl) {
      const configuration = await explained(describe)
      const attempt: Attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUrl,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      })
      return { url: url.href, attempt }
    },
    async finish(returned, attempt) {
      const configuration = await explained(describe)
      const tokens = await explained(() =>
        client.authorizationCodeGrant(configuration, returned, {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        }),
      )
      const claims = tokens.claims()!
      if (claims['email'] !== undefined) return readIdentity(claims, claims)
      // A provider may tell addresses only where it is asked for them (OpenID Connect Core, section 5.4).
      const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined
      const more = canAsk
        ? await explained(() => client.fetchUserInfo(configuration, tokens.access_token, claims.sub))
        : {}
      return readIdentity(claims, more)
    },
    async leave() {
      const configuration = await explained(describe)
      const hasPage = configuration.serverMetadata().end_session_endpoint !== undefined
      return hasPage ? client.buildEndSessionUrl(configuration).href : null
    },
    async look() {
      known = undefined
      await explained(describe)
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const url = new URL(issuer)
  const configuration = await client.discovery(
    url,
    clientId,
    { [client.clockTolerance]: clockSkewSeconds },
    clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: timeoutSeconds,
      // Settings take http only for this machine itself: the mark is there to make one look twice.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: url.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    },
  )
  // Tokens come over TLS from the provider itself; a signature that was never checked would still be no signature.
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

function readIdentity(
  { iss, sub, amr }: client.IDToken,
  { email, email_verified: verified }: { readonly [claim: string]: unknown },
): Identity {
  const address = typeof email === 'string' ? email.trim().toLowerCase() : ''
  return {
    issuer: iss,
    subject: sub,
    email: verified === true && /^[^\s@]+@[^\s@]+$/.test(address) ? address : null,
    secondFactor:
      Array.isArray(amr) && amr.some((method) => typeof method === 'string' && strongMethods.has(method)),
  }
}

async function explained<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ClawbackError) throw error
    throw explainProviderError(error)
  }
}
