import { ClawbackError } from './errors.ts'
import { isSafeUrl } from './is-safe-url.ts'
import type { SettingName } from './settings.ts'

/** An OpenID provider that people sign in with. */
export interface OidcSettings {
  issuer: string
  clientId: string
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: string | null
  name: string
  redirectUrl: string | null
  /** Nobody signs in by password. */
  only: boolean
}

/**
 * Null where nothing asks for it.
 * @throws ClawbackError SETTING_INVALID
 */
export function readOidcSettings(value: (name: SettingName) => string, only: boolean): OidcSettings | null {
  const [issuer, clientId, redirectUrl] = [
    value('OIDC_ISSUER'),
    value('OIDC_CLIENT_ID'),
    value('OIDC_REDIRECT_URL'),
  ]
  if (issuer === '' && clientId === '' && !only) return null
  const wrong = [
    ...(isSafeUrl(issuer) ? [] : ['OIDC_ISSUER is not an https URL']),
    ...(clientId === '' ? ['OIDC_CLIENT_ID is not set'] : []),
    ...(redirectUrl === '' || isSafeUrl(redirectUrl) ? [] : ['OIDC_REDIRECT_URL is not an https URL']),
  ]
  if (wrong.length === 0) {
    return {
      issuer,
      clientId,
      clientSecret: value('OIDC_CLIENT_SECRET') || null,
      name: value('OIDC_NAME') || new URL(issuer).host,
      redirectUrl: redirectUrl || null,
      only,
    }
  }
  throw new ClawbackError(
    'SETTING_INVALID',
    `${wrong.join(', ')}: signing in with a provider${only ? ', as OIDC_ONLY asks for,' : ''} needs OIDC_ISSUER and OIDC_CLIENT_ID`,
    'The provider shows both where this Clawback is registered; http is taken on this machine only.',
  )
}
