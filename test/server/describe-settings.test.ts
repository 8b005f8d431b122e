import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settings, type SettingName } from '../../server/settings.ts'
import { describeSettings } from '../../server/describe-settings.ts'

function describe(environment: NodeJS.Dict<string>, inFile: string[] = []) {
  return Object.fromEntries(
    describeSettings(environment, new Set(inFile)).map(({ name, shown, origin }) => [
      name,
      { shown, origin },
    ]),
  )
}

it('says of every setting where it comes from', () => {
  const all = describe({ PORT: '4100', HOST: '0.0.0.0', https_proxy: 'http://gate:3128' }, ['HOST'])
  expect(Object.keys(all)).toEqual(Object.keys(settings))
  expect(all).toMatchObject({
    PORT: { shown: '4100', origin: 'environment' },
    HOST: { shown: '0.0.0.0', origin: '.env' },
    CLAWBACK_DATA: { shown: './data', origin: 'default' },
    GITHUB_TOKEN: { shown: null, origin: 'not set' },
    HTTPS_PROXY: { shown: 'http://gate:3128', origin: 'environment' },
  })
})

it('names whom an address names, and nothing else of it', () => {
  const all = describe({
    DATABASE_URL: 'postgres://clawback:hunter2@db.example:5432/clawback?sslpassword=hunter2',
    SMTP_URL: 'smtps://me:hunter2@mail.example',
    IMAP_URL: 'imaps://me:hunter2@mail.example/INBOX',
    WEBHOOK_URL: 'https://hooks.example/services/hunter2',
    GITHUB_API_URL: 'https://user:hunter2@github.example/api/v3',
    HTTP_PROXY: 'gate:hunter2@nowhere',
  })
  expect(JSON.stringify(all)).not.toContain('hunter2')
  expect(all['DATABASE_URL']!.shown).toBe('postgres://db.example:5432')
  expect(all['WEBHOOK_URL']!.shown).toBe('https://hooks.example')
})

it('shows no token, secret or password, whatever they are', () => {
  const secrets = Object.keys(settings).filter((name) => /TOKEN|SECRET|PASSWORD/.test(name)) as SettingName[]
  expect(secrets).toContain('GITHUB_TOKENS')
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (secret) => {
      fc.pre(secret.trim() !== '' && !'set'.includes(secret.trim()))
      const all = describe(Object.fromEntries(secrets.map((name) => [name, secret])))
      for (const name of secrets) expect(all[name]!.shown).toBe('set')
    }),
  )
})
