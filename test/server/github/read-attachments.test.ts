import { expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'

const gitmodules = '[submodule "a"]\n\tpath = a\n\turl = ../b\n'
const world = defineWorld({
  repositories: [
    {
      owner: 'eve',
      name: 'both',
      files: { '.gitmodules': gitmodules, a: { submodule: 'c'.repeat(40) } },
      releases: [
        { tag: 'v1', at: '2026-05-01T00:00:00Z', assets: [{ name: 'src.zip', bytes: 5 }] },
        { tag: 'v2', at: '2026-05-02T00:00:00Z' },
      ],
    },
    { owner: 'eve', name: 'neither', files: { 'a.ts': 'x\n' } },
    { owner: 'eve', name: 'empty' },
  ],
})

it('shows the files of releases and the submodules of many repositories in one request', async () => {
  const { github, practice, close } = await openPractice({ world })
  const answers = await github.readAttachments([...world.repositories, { owner: 'no', name: 'body' }])
  expect(valueOf(answers[0])).toEqual({
    assets: [
      {
        tag: 'v1',
        name: 'src.zip',
        bytes: 5,
        url: 'https://github.com/eve/both/releases/download/v1/src.zip',
      },
    ],
    gitmodules,
  })
  expect(answers.slice(1, 3).map(valueOf)).toEqual([
    { assets: [], gitmodules: null },
    { assets: [], gitmodules: null },
  ])
  expect(answers[3]).toEqual({ outcome: 'not-found' })
  expect(practice.requests).toHaveLength(1)
  expect(practice.violations).toEqual([])
  await close()
})
