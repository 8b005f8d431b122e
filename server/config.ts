import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { ClawbackError } from './errors.ts'
import { readMailboxUrl, readMailSettings, type MailSettings } from './read-mail-settings.ts'
import { readOidcSettings, type OidcSettings } from './read-oidc-settings.ts'
import { settings, type SettingName } from './settings.ts'

export interface AppSettings {
  appId: string
  installationId: string
  privateKeyFile: string
}

export interface ProxySettings {
  httpsProxy: string | null
  httpProxy: string | null
  noProxy: string | null
}

export interface GitHubSettings {
  apiUrl: string
  tokens: string[]
  app: AppSettings | null
  proxy: ProxySettings | null
}

/** How notices are made. */
export interface NoticeSettings {
  /** A folder of own templates; null: those that come with Clawback. */
  templates: string | null
  /** Whoever drafted a notice may not sign it. */
  signatoryMustDiffer: boolean
}

/** Hours of the day, and where: alerts wait from the first to the last. */
export interface QuietHours {
  from: number
  to: number
  timeZone: string
}

/** Who is told what happened; null where nobody is. */
export interface AlertSettings {
  webhookUrl: string | null
  webhookSecret: string | null
  to: string | null
  quietHours: QuietHours | null
}

export interface Config {
  github: GitHubSettings
  dataFolder: string
  /** null: SQLite in the data folder. */
  databaseUrl: string | null
  mail: MailSettings
  /** The mailbox that GitHub answers to; null: none is read. */
  imapUrl: string | null
  /** Whose word counts on where a mail comes from; null: nobody's. */
  authServer: string | null
  alerts: AlertSettings
  notices: NoticeSettings
  /** Null: people sign in by password. */
  oidc: OidcSettings | null
  host: string
  port: number
}

/** The environment joined with `.env` of the working folder; the environment wins. The only reader of `process.env`. */
export function readEnvironment(folder: string): NodeJS.Dict<string> {
  const file = resolve(folder, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return { ...fromFile, ...process.env }
}

/** What `.env` of the working folder gives because the environment does not. */
export function namesFromFile(folder: string): Set<string> {
  const file = resolve(folder, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return new Set(Object.keys(fromFile).filter((name) => process.env[name] === undefined))
}

/**
 * Gives the settings their meaning.
 * @throws ClawbackError SETTING_INVALID naming the setting, never its value where that may be a secret.
 */
export function readConfig(environment: NodeJS.Dict<string>, folder: string): Config {
  const value = (name: SettingName) => environment[name]?.trim() ?? settings[name].default ?? ''
  return {
    github: {
      apiUrl: readUrl(value('GITHUB_API_URL')),
      tokens: readTokens(value),
      app: readApp(value, folder),
      proxy: readProxy(environment),
    },
    dataFolder: resolve(folder, value('CLAWBACK_DATA')),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    mail: readMailSettings(value),
    imapUrl: readMailboxUrl(value('IMAP_URL')),
    authServer: value('MAIL_AUTHSERV_ID') || null,
    alerts: {
      webhookUrl: readWebhookUrl(value('WEBHOOK_URL')),
      webhookSecret: value('WEBHOOK_SECRET') || null,
      to: value('ALERTS_TO') || null,
      quietHours: readQuietHours(value('QUIET_HOURS')),
    },
    notices: {
      templates: value('NOTICE_TEMPLATES') === '' ? null : resolve(folder, value('NOTICE_TEMPLATES')),
      signatoryMustDiffer: readYesNo('SIGNATORY_MUST_DIFFER', value('SIGNATORY_MUST_DIFFER')),
    },
    oidc: readOidcSettings(value, readYesNo('OIDC_ONLY', value('OIDC_ONLY'))),
    host: value('HOST'),
    port: readPort(value('PORT')),
  }
}

function readTokens(value: (name: SettingName) => string): string[] {
  const tokens = [...value('GITHUB_TOKENS').split(','), value('GITHUB_TOKEN')]
  return [...new Set(tokens.map((token) => token.trim()).filter((token) => token !== ''))]
}

function readApp(value: (name: SettingName) => string, folder: string): AppSettings | null {
  const names = ['GITHUB_APP_ID', 'GITHUB_APP_INSTALLATION_ID', 'GITHUB_APP_PRIVATE_KEY_FILE'] as const
  const missing = names.filter((name) => value(name) === '')
  if (missing.length === names.length) return null
  const [appId, installationId, privateKeyFile] = names.map(value) as [string, string, string]
  const wrong = [
    ...missing.map((name) => `${name} is not set`),
    // A client id does as well as a number.
    ...(/^[\w.]*$/.test(appId) ? [] : ['GITHUB_APP_ID is no id']),
    ...(/^\d*$/.test(installationId) ? [] : ['GITHUB_APP_INSTALLATION_ID is not a number']),
  ]
  if (wrong.length === 0) return { appId, installationId, privateKeyFile: resolve(folder, privateKeyFile) }
  throw new ClawbackError(
    'SETTING_INVALID',
    `${wrong.join(', ')}: an App needs all of ${names.join(', ')}`,
    'The page of the App shows its id and makes the key; the address of the installation ends with its id.',
  )
}

/** Proxies are known to everybody in small letters and in capitals; the small ones win, as with curl. */
function readProxy(environment: NodeJS.Dict<string>): ProxySettings | null {
  const either = (name: 'HTTPS_PROXY' | 'HTTP_PROXY' | 'NO_PROXY') => {
    const text = (environment[name.toLowerCase()] ?? environment[name])?.trim() ?? ''
    if (text === '' || name === 'NO_PROXY') return text === '' ? null : text
    const url = text.includes('://') ? text : `http://${text}`
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
    throw new ClawbackError(
      'SETTING_INVALID',
      `${name} is not an http(s) URL`,
      'Give it like http://proxy.example.com:8080, or unset it.',
    )
  }
  const proxy = {
    httpsProxy: either('HTTPS_PROXY'),
    httpProxy: either('HTTP_PROXY'),
    noProxy: either('NO_PROXY'),
  }
  return proxy.httpsProxy === null && proxy.httpProxy === null ? null : proxy
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ClawbackError(
      'SETTING_INVALID',
      'GITHUB_API_URL is not an http(s) URL',
      'Unset it for github.com, or give it like https://github.example.com/api/v3.',
    )
  }
  return text.replace(/\/+$/, '')
}

function readYesNo(name: SettingName, text: string): boolean {
  const word = text.toLowerCase()
  if (word === 'yes' || word === 'true' || word === '1') return true
  if (word === 'no' || word === 'false' || word === '0' || word === '') return false
  throw new ClawbackError('SETTING_INVALID', `${name} is neither yes nor no`, 'Say "yes" or "no".')
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new ClawbackError(
      'SETTING_INVALID',
      `PORT is "${text}", not a port`,
      'Give a number from 0 to 65535.',
    )
  }
  return port
}

function readDatabaseUrl(text: string): string | null {
  if (text === '') return null
  if (URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol)) return text
  throw new ClawbackError(
    'SETTING_INVALID',
    'DATABASE_URL is not a postgres:// URL',
    'Unset it for the embedded database, or give it like postgres://user:password@host/clawback.',
  )
}

function readWebhookUrl(text: string): string | null {
  if (text === '') return null
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new ClawbackError(
    'SETTING_INVALID',
    'WEBHOOK_URL is not an http(s) URL',
    'Unset it, or give the address that Slack or your own receiver shows.',
  )
}

function readQuietHours(text: string): QuietHours | null {
  if (text === '') return null
  const [, from = '', to = '', timeZone = ''] = /^(\d{1,2})-(\d{1,2})\s+(\S+)$/.exec(text) ?? []
  if (text !== '' && Number(from) < 24 && Number(to) < 24 && from !== to && isTimeZone(timeZone))
    return { from: Number(from), to: Number(to), timeZone }
  throw new ClawbackError(
    'SETTING_INVALID',
    `QUIET_HOURS is "${text}", not two hours and a time zone`,
    'Give it like 22-7 Europe/Berlin, or unset it.',
  )
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
