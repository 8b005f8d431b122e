import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { description } from './contract/description.ts'
import { startPracticeGitHub } from './start.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

/** `homepage` is described as an address: this one makes an answer that GitHub could not give. */
const planted = defineWorld({
  repositories: [{ owner: 'acme', name: 'sdk', files: { a: 'a' }, homepage: 'not an address' }],
})

describe("GitHub's description", () => {
  it('catches an answer that breaks it: 500, kept for the test to see', async () => {
    const github = await startPracticeGitHub({ world: planted })
    try {
      const { status, body } = await ask(github, '/repos/acme/sdk')
      expect(status).toBe(500)
      expect(body).toMatchObject({ message: expect.stringMatching(/homepage/) as string })
      expect(github.violations).toMatchObject([{ kind: 'response', path: '/repos/acme/sdk' }])
    } finally {
      await github.close()
    }
  })

  it('catches a request that breaks it', async () => {
    const github = await startPracticeGitHub({ world: planted })
    try {
      expect((await ask(github, '/repos/acme/sdk/forks?sort=random')).status).toBe(400)
      expect((await ask(github, '/repos/acme/sdk/forks?depth=2')).status).toBe(400)
      expect((await ask(github, '/search/code')).status).toBe(400)
      expect(github.violations.map(({ kind }) => kind)).toEqual(['request', 'request', 'request'])
    } finally {
      await github.close()
    }
  })

  it('makes withPracticeGitHub fail', async () => {
    const story = withPracticeGitHub({ world: planted }, async (github) => {
      await ask(github, '/repos/acme/sdk')
    })
    await expect(story).rejects.toThrow(/homepage/)
  })

  it('is not held against answers when told so, for benchmarks', async () => {
    await withPracticeGitHub({ world: planted, checkResponses: false }, async (github) => {
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(200)
    })
  })

  it('holds what people know and the description does not say: 451, and limits, on every route', () => {
    for (const [path, { get, post }] of Object.entries(description().paths)) {
      expect(Object.keys((get ?? post)!.responses), path).toEqual(
        expect.arrayContaining(['301', '401', '403', '404', '429', '451']),
      )
    }
  })
})
