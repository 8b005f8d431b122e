import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { ClawbackError } from './errors.ts'

/** Every setting, with its default. The README's table is held against this list by a test. */
export const settings = {
  GITHUB_TOKEN: { default: null, meaning: 'a token with read access to public repositories' },
  GITHUB_TOKENS: { default: null, meaning: 'several tokens, comma-separated, each with its own budget' },
  GITHUB_API_URL: {
    default: 'https://api.github.com',
    meaning: 'the API to talk to; `…/api/v3` means Enterprise Server',
  },
  CLAWBACK_DATA: { default: './data', meaning: 'database, key and evidence; made with mode 0700' },
  DATABASE_URL: { default: null, meaning: 'absent: SQLite in CLAWBACK_DATA; `postgres://…`: PostgreSQL' },
  HOST: { default: '127.0.0.1', meaning: 'the address that `serve` listens on' },
  PORT: { default: '4000', meaning: 'the port that `serve` listens on' },
} as const

export type SettingName = keyof typeof settings

export interface Config {
  github: { apiUrl: string; tokens: string[] }
  dataFolder: string
  /** null: SQLite in the data folder. */
  databaseUrl: string | null
  host: string
  port: number
}

/** The environment joined with `.env` of the working folder; the environment wins. The only reader of `process.env`. */
export function readEnvironment(folder: string): NodeJS.Dict<string> {
  const file = resolve(folder, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return { ...fromFile, ...process.env }
}

/**
 * Gives the settings their meaning.
 * @throws ClawbackError SETTING_INVALID naming the setting, never its value where that may be a secret.
 */
export function readConfig(environment: NodeJS.Dict<string>, folder: string): Config {
  const value = (name: SettingName) => environment[name]?.trim() ?? settings[name].default ?? ''
  return {
    github: { apiUrl: readUrl(value('GITHUB_API_URL')), tokens: readTokens(value) },
    dataFolder: resolve(folder, value('CLAWBACK_DATA')),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    host: value('HOST'),
    port: readPort(value('PORT')),
  }
}

function readTokens(value: (name: SettingName) => string): string[] {
  const tokens = [...value('GITHUB_TOKENS').split(','), value('GITHUB_TOKEN')]
  return [...new Set(tokens.map((token) => token.trim()).filter((token) => token !== ''))]
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
