import { expect, it } from 'vitest'
import { leakedFiles } from '../../../leak.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { startStory } from './story.ts'

const leak = leakedFiles(2)
const names = Array.from({ length: 12 }, (_, i) => `user-${i}/leak`)
const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'

it('notices by its spot checks when GraphQL hides what is blocked, and then asks REST about all that is named', async () => {
  const story = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    limits: { graphqlDisabled: 'unseen' },
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [
        { owner: 'user-0', name: 'leak', files: leak },
        ...names
          .slice(1)
          .map((name) => ({ owner: name.split('/')[0]!, name: 'leak', forkOf: 'user-0/leak' })),
      ],
    }),
  })
  await story.claim({ networks: ['user-0/leak'], name: names })
  await story.recheck()
  story.github.advance(86_400_000)
  for (const name of names) story.github.world.disable(name, noticeUrl)
  const { changes } = await story.recheck()
  expect(changes.map(({ repository, to }) => `${repository} ${to}`).sort()).toEqual(
    names.map((name) => `${name} disabled`).sort(),
  )
})
