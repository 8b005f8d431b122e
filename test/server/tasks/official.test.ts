import { expect, it } from 'vitest'
import { removeOfficial } from '../../../server/tasks/remove-official.ts'
import { listMatches } from '../../../server/tasks/list-matches.ts'
import { leakedFiles } from '../../leak.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { startStory } from './recheck/story.ts'

it('what was official by mistake is named only after it was taken off and a scan has looked again', async () => {
  const leak = leakedFiles(3)
  const world = defineWorld({
    startsAt: '2026-11-01T00:00:00Z',
    repositories: [{ owner: 'eve', name: 'leak', files: leak }],
  })
  const { app, scan, claim } = await startStory({
    leak,
    world,
    official: ['Eve', 'eve/leak'],
    startsAt: '2026-11-02T09:00:00Z',
  })
  const named = () => claim({ repositories: ['eve/leak'], name: ['eve/leak'] })
  const reason = 'a stranger, added by mistake'
  await expect(named()).rejects.toThrow()
  expect(await removeOfficial(app, { work: 'orbit', repository: 'eve', reason })).toEqual({
    work: 'orbit',
    official: ['eve/leak'],
  })
  await expect(named(), 'its own entry stands').rejects.toThrow()
  await removeOfficial(app, { work: 'orbit', repository: 'EVE/Leak', reason })
  for (const { official } of await listMatches(app, 'orbit', { strength: 'strong,weak,none' }))
    expect(official, 'as the last scan saw it').toBe(true)
  await scan({ repositories: ['eve/leak'] })
  expect(await listMatches(app, 'orbit', {})).toMatchObject([
    { repository: 'eve/leak', official: false, strength: 'strong' },
  ])
  expect(await named()).toEqual(['orbit-1'])
}, 60_000)
