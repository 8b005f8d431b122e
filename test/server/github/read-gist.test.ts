import { afterEach, expect, it } from 'vitest'
import { gitBlobId } from '../../../server/core/fingerprint/git-blob-id.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const id = 'aa5a315d61ae9438b18daa5a315d61ae'
const world = defineWorld({
  gists: [{ id, owner: 'eve', files: { 'a.ts': 'ünï\n', 'large.ts': 'x'.repeat(300) } }],
  repositories: [],
})

let opened: (Practice & { close: () => Promise<void> }) | undefined
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

it('gives the files of a gist with their blob ids, and no text of a file that is shown in part', async () => {
  opened = await openPractice({ world, limits: { contentsBytes: 200 } })
  const answer = await opened.github.readGist(id)
  expect(answer).toMatchObject({
    outcome: 'available',
    gist: { id, owner: 'eve', url: `https://gist.github.com/eve/${id}`, cutOff: false },
  })
  const { files } = (answer as Extract<typeof answer, { outcome: 'available' }>).gist
  expect(files).toEqual([
    { path: 'a.ts', blob: gitBlobId(Buffer.from('ünï\n')), bytes: 6, content: Buffer.from('ünï\n') },
    { path: 'large.ts', blob: gitBlobId(Buffer.from('x'.repeat(300))), bytes: 300, content: null },
  ])
})

it('tells a disabled gist from one that is gone, and neither from a fault', async () => {
  opened = await openPractice({ world })
  const { github, practice } = opened
  practice.world.disableGist(id, 'https://github.com/github/dmca/blob/master/2026/06/a.md')
  expect(await github.readGist(id)).toMatchObject({
    outcome: 'disabled',
    block: { reason: 'dmca', htmlUrl: 'https://github.com/github/dmca/blob/master/2026/06/a.md' },
  })
  practice.world.deleteGist(id)
  expect(await github.readGist(id)).toEqual({ outcome: 'gone' })
  practice.plan({ kind: 'server-error', times: 100 })
  expect(await github.readGist(id)).toMatchObject({ outcome: 'could-not-tell' })
})
