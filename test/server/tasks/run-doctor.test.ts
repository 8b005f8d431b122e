import { expect, it } from 'vitest'
import { runDoctor } from '../../../server/tasks/run-doctor.ts'
import { openTestApp } from '../../open-test-app.ts'
import { withPracticeGitHub } from '../../practice-github/with-practice-github.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'

const world = defineWorld({ repositories: [] })

it('tells of each token by itself: one that was revoked stops no scan, and would be noticed nowhere else', async () => {
  await withPracticeGitHub({ world }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url, tokens: ['secret-good', 'bad'] })
    const { ok, checks } = await runDoctor(app)
    expect(ok).toBe(false)
    expect(checks.filter(({ name }) => name === 'GitHub')).toMatchObject([
      { state: 'ok', detail: expect.stringMatching(/ knows token 1 of 2 \(viewer-\w+\)$/) },
      { state: 'failed', detail: expect.stringMatching(/^token 2 of 2: GitHub refused/) },
    ])
    expect(JSON.stringify(checks)).not.toContain('secret-good')
  })
})

it('says which proxy stands before GitHub, without its password, and that an App has no key', async () => {
  const app = await openTestApp({ tokens: [] })
  app.config.github.proxy = {
    httpsProxy: null,
    httpProxy: 'http://user:hunter2@gate:3128',
    noProxy: '.local',
  }
  app.config.github.app = { appId: '7', installationId: '70', privateKeyFile: '/nowhere/key.pem' }
  const { checks } = await runDoctor(app)
  expect(checks.find(({ name }) => name === 'proxy')?.detail).toBe(
    'GitHub is reached through gate:3128, but for .local',
  )
  expect(checks.find(({ name }) => name === 'GitHub')).toMatchObject({
    state: 'failed',
    detail: expect.stringContaining('/nowhere/key.pem could not be read'),
  })
  expect(JSON.stringify(checks)).not.toContain('hunter2')
})
