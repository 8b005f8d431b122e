import { expect, it } from 'vitest'
import { leakedFiles } from '../../../leak.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { startStory } from './story.ts'

const leak = leakedFiles(2)

it('a repository that goes while its files are looked for is not said to hold none of them', async () => {
  const { claim, recheck, github } = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [{ owner: 'eve', name: 'leak', files: leak }],
    }),
  })
  await claim({ repositories: ['eve/leak'], name: ['eve/leak'] })
  github.advance(86_400_000)
  github.world.push('eve/leak', { files: { 'note.md': 'All of it is still here.\n' } })
  let isGone = false
  github.plan({
    kind: 'slow',
    when: ({ path }) => {
      if (!isGone && path.includes('/git/trees/')) {
        isGone = true
        github.world.delete('eve/leak')
      }
      return false
    },
  })
  const during = await recheck()
  expect(isGone).toBe(true)
  expect(during).toMatchObject({ changes: [], couldNotTell: [{ repository: 'eve/leak' }] })
  github.advance(3_600_000)
  expect((await recheck()).changes).toMatchObject([{ repository: 'eve/leak', from: 'available', to: 'gone' }])
})
