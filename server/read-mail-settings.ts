import { ClawbackError } from './errors.ts'
import { isSafeUrl } from './is-safe-url.ts'
import type { SettingName } from './settings.ts'

/** How a program signs in to mail servers without a password: a token for each connection (RFC 6749). */
export interface MailOAuthSettings {
  tokenUrl: string
  clientId: string
  /** Null: a public client. */
  clientSecret: string | null
  /** In the name of whoever gave it; null: the program's own right (client credentials). */
  refreshToken: string | null
  scope: string | null
}

/** How a notice goes out by e-mail; null where it does not. */
export interface MailSettings {
  smtpUrl: string | null
  from: string | null
  /** For whoever stands in SMTP_URL or IMAP_URL without a password. */
  oauth: MailOAuthSettings | null
}

type Value = (name: SettingName) => string

/** @throws ClawbackError SETTING_INVALID */
export function readMailSettings(value: Value): MailSettings {
  return {
    smtpUrl: readSmtpUrl(value('SMTP_URL')),
    from: value('MAIL_FROM') || null,
    oauth: readOAuth(value),
  }
}

/** @throws ClawbackError SETTING_INVALID */
export function readMailboxUrl(text: string): string | null {
  if (text === '') return null
  if (URL.canParse(text) && /^imaps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '')
    return text
  throw new ClawbackError(
    'SETTING_INVALID',
    'IMAP_URL is not an imaps:// or imap:// URL',
    'Unset it to read no mail, or give it like imaps://user:password@mail.example.com/INBOX.',
  )
}

function readSmtpUrl(text: string): string | null {
  if (text === '') return null
  if (URL.canParse(text)) {
    const { protocol, hostname } = new URL(text)
    if (/^smtps?:$/.test(protocol) && hostname !== '') return text
  }
  throw new ClawbackError(
    'SETTING_INVALID',
    'SMTP_URL is not an smtp:// or smtps:// URL',
    'Give it like smtps://user:password@mail.example.com; write @ : / in the password as %40 %3A %2F.',
  )
}

function readOAuth(value: Value): MailOAuthSettings | null {
  const [tokenUrl, clientId] = [value('MAIL_OAUTH_TOKEN_URL'), value('MAIL_OAUTH_CLIENT_ID')]
  const clientSecret = value('MAIL_OAUTH_CLIENT_SECRET') || null
  const refreshToken = value('MAIL_OAUTH_REFRESH_TOKEN') || null
  const scope = value('MAIL_OAUTH_SCOPE') || null
  if (tokenUrl === '' && clientId === '' && clientSecret === null && refreshToken === null) return null
  const wrong = [
    ...(isSafeUrl(tokenUrl) ? [] : ['MAIL_OAUTH_TOKEN_URL is not an https URL']),
    ...(clientId === '' ? ['MAIL_OAUTH_CLIENT_ID is not set'] : []),
    ...(clientSecret === null && refreshToken === null
      ? ['neither MAIL_OAUTH_CLIENT_SECRET nor MAIL_OAUTH_REFRESH_TOKEN is set']
      : []),
  ]
  if (wrong.length === 0) return { tokenUrl, clientId, clientSecret, refreshToken, scope }
  throw new ClawbackError(
    'SETTING_INVALID',
    `${wrong.join(', ')}: signing in to mail servers by OAuth needs the address of the tokens, the client, and its secret or a refresh token`,
    'Your mail provider shows them where this Clawback is registered; unset them all to sign in by password.',
  )
}
