import { settings, type SettingName } from './settings.ts'
import type { SettingInUse } from './tasks/settings/setting-in-use.ts'

/** What may be shown as it is. A setting that is in neither list may be a secret, and only shows that it is set. */
const plain: ReadonlySet<string> = new Set<SettingName>([
  'GITHUB_APP_ID',
  'GITHUB_APP_PRIVATE_KEY_FILE',
  'GITHUB_APP_INSTALLATION_ID',
  'NO_PROXY',
  'CLAWBACK_DATA',
  'MAIL_FROM',
  'NOTICE_TEMPLATES',
  'SIGNATORY_MUST_DIFFER',
  'MAIL_OAUTH_CLIENT_ID',
  'MAIL_OAUTH_SCOPE',
  'MAIL_AUTHSERV_ID',
  'ALERTS_TO',
  'QUIET_HOURS',
  'OIDC_CLIENT_ID',
  'OIDC_NAME',
  'OIDC_REDIRECT_URL',
  'OIDC_ONLY',
  'HOST',
  'PORT',
])

/** Addresses: they may hold a password, or with Slack be one; whom they name is none. */
const addresses: ReadonlySet<string> = new Set<SettingName>([
  'GITHUB_API_URL',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'DATABASE_URL',
  'SMTP_URL',
  'IMAP_URL',
  'MAIL_OAUTH_TOKEN_URL',
  'WEBHOOK_URL',
  'OIDC_ISSUER',
])

/** Every setting with where it comes from; `inFile` names those that `.env` gives. */
export function describeSettings(
  environment: NodeJS.Dict<string>,
  inFile: ReadonlySet<string>,
): SettingInUse[] {
  return Object.entries(settings).map(([name, { default: otherwise, meaning }]) => {
    const value = readValue(environment, name)
    if (value === '') {
      return { name, meaning, shown: otherwise, origin: otherwise === null ? 'not set' : 'default' }
    }
    return { name, meaning, shown: showValue(name, value), origin: inFile.has(name) ? '.env' : 'environment' }
  })
}

/** Proxies are known in small letters, too. */
function readValue(environment: NodeJS.Dict<string>, name: string): string {
  const small = /_PROXY$/.test(name) ? environment[name.toLowerCase()] : undefined
  return (small ?? environment[name] ?? '').trim()
}

function showValue(name: string, value: string): string {
  if (plain.has(name)) return value
  if (!addresses.has(name) || !URL.canParse(value)) return 'set'
  const { protocol, host } = new URL(value)
  return host === '' ? 'set' : `${protocol}//${host}`
}
