import { expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

it('has defaults that need no setting', () => {
  const config = readConfig({}, '/home/ada')
  expect(config).toEqual({
    github: { apiUrl: 'https://api.github.com', tokens: [], app: null, proxy: null },
    dataFolder: '/home/ada/data',
    databaseUrl: null,
    mail: { smtpUrl: null, from: null, oauth: null },
    imapUrl: null,
    authServer: null,
    alerts: { webhookUrl: null, webhookSecret: null, to: null, quietHours: null },
    notices: { templates: null, signatoryMustDiffer: false },
    oidc: null,
    host: '127.0.0.1',
    port: 4000,
  })
})

it('takes one token or several, each once', () => {
  const { github } = readConfig({ GITHUB_TOKENS: ' a , b,,a', GITHUB_TOKEN: 'b' }, '/')
  expect(github.tokens).toEqual(['a', 'b'])
})

const app = {
  GITHUB_APP_ID: '1234',
  GITHUB_APP_INSTALLATION_ID: '99',
  GITHUB_APP_PRIVATE_KEY_FILE: 'key.pem',
}

it('takes an App when all of it is there, with its key file below the folder', () => {
  expect(readConfig(app, '/home/ada').github.app).toEqual({
    appId: '1234',
    installationId: '99',
    privateKeyFile: '/home/ada/key.pem',
  })
  for (const name of Object.keys(app)) {
    const half = { ...app, [name]: '' }
    expect(() => readConfig(half, '/')).toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }))
    expect(() => readConfig(half, '/')).toThrow(`${name} is not set`)
  }
})

it('takes a proxy as other programs do: small letters first, a scheme or none', () => {
  const { proxy } = readConfig(
    { HTTPS_PROXY: 'other:1', https_proxy: 'gate:3128', NO_PROXY: '.local' },
    '/',
  ).github
  expect(proxy).toEqual({ httpsProxy: 'http://gate:3128', httpProxy: null, noProxy: '.local' })
  expect(readConfig({ NO_PROXY: '.local', HTTPS_PROXY: '' }, '/').github.proxy).toBe(null)
})

it.each([
  { HTTPS_PROXY: 'socks5://gate' },
  { GITHUB_APP_ID: 'a/b', GITHUB_APP_INSTALLATION_ID: '9', GITHUB_APP_PRIVATE_KEY_FILE: 'k' },
  { OIDC_ISSUER: 'http://login.orbit.example', OIDC_CLIENT_ID: 'c' },
  { OIDC_ISSUER: 'https://user@login.orbit.example', OIDC_CLIENT_ID: 'c' },
  { OIDC_ISSUER: 'http://127.0.0.1.orbit.example', OIDC_CLIENT_ID: 'c' },
  { OIDC_ISSUER: 'https://login.orbit.example' },
  { OIDC_CLIENT_ID: 'c' },
  { OIDC_ONLY: 'yes' },
  { OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_ID: 'c', OIDC_REDIRECT_URL: 'ftp://b.example' },
  { PORT: 'http' },
  { PORT: '70000' },
  { GITHUB_API_URL: 'api.github.com' },
  { GITHUB_API_URL: 'file:///etc/passwd' },
  { DATABASE_URL: 'mysql://localhost/clawback' },
])('refuses %j and names the setting', (environment) => {
  const [name] = Object.keys(environment)
  expect(() => readConfig(environment, '/')).toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }))
  expect(() => readConfig(environment, '/')).toThrow(name)
})

it('never shows the value of a secret', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@h/d' }, '/')).not.toThrow(/hunter2/)
  expect(() => readConfig({ HTTPS_PROXY: 'ftp://u:hunter2@h' }, '/')).not.toThrow(/hunter2/)
})

it('takes a mail server, and never shows its password', () => {
  const mail = { SMTP_URL: 'smtps://ada:p%40ss@mail.orbit.example', MAIL_FROM: 'ada@orbit.example' }
  expect(readConfig(mail, '/').mail).toMatchObject({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
  for (const wrong of ['mail.orbit.example:587', 'http://ada:secret@host', 'smtp://', 'smtp:secret']) {
    expect(() => readConfig({ SMTP_URL: wrong }, '/')).toThrow(/SMTP_URL/)
    expect(() => readConfig({ SMTP_URL: wrong }, '/')).not.toThrow(/secret/)
  }
})

it('takes a folder of templates below the folder, and yes or no for a second person', () => {
  const { notices } = readConfig({ NOTICE_TEMPLATES: 'ours', SIGNATORY_MUST_DIFFER: 'Yes' }, '/home/ada')
  expect(notices).toEqual({ templates: '/home/ada/ours', signatoryMustDiffer: true })
  expect(() => readConfig({ SIGNATORY_MUST_DIFFER: 'perhaps' }, '/')).toThrow(/neither yes nor no/)
})

it('takes tokens for mail servers from https alone, with all that they need', () => {
  const settings = {
    MAIL_OAUTH_TOKEN_URL: 'https://login.microsoftonline.com/orbit/oauth2/v2.0/token',
    MAIL_OAUTH_CLIENT_ID: 'clawback',
    MAIL_OAUTH_CLIENT_SECRET: 'secret',
    MAIL_OAUTH_SCOPE: 'https://outlook.office365.com/.default',
  }
  expect(readConfig(settings, '/').mail.oauth).toEqual({
    tokenUrl: settings.MAIL_OAUTH_TOKEN_URL,
    clientId: 'clawback',
    clientSecret: 'secret',
    refreshToken: null,
    scope: settings.MAIL_OAUTH_SCOPE,
  })
  for (const wrong of [
    { MAIL_OAUTH_TOKEN_URL: '' },
    { MAIL_OAUTH_TOKEN_URL: 'http://login.example/token' },
    { MAIL_OAUTH_CLIENT_ID: '' },
    { MAIL_OAUTH_CLIENT_SECRET: '' },
  ])
    expect(() => readConfig({ ...settings, ...wrong }, '/')).toThrow(
      expect.objectContaining({ code: 'SETTING_INVALID' }),
    )
})
