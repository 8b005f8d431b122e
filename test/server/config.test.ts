import { expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

it('has defaults that need no setting', () => {
  const config = readConfig({}, '/home/ada')
  expect(config).toEqual({
    github: { apiUrl: 'https://api.github.com', tokens: [] },
    dataFolder: '/home/ada/data',
    databaseUrl: null,
    host: '127.0.0.1',
    port: 4000,
  })
})

it('takes one token or several, each once', () => {
  const { github } = readConfig({ GITHUB_TOKENS: ' a , b,,a', GITHUB_TOKEN: 'b' }, '/')
  expect(github.tokens).toEqual(['a', 'b'])
})

it.each([
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
})
