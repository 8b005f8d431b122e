import { expect, it } from 'vitest'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { listRetracted } from '../../../../server/tasks/notice/given-back.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { listResidue } from '../../../../server/tasks/returns/list-residue.ts'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { showStatus } from '../../../../server/tasks/show-status.ts'
import { writeMatchesCsv } from '../../../../server/tasks/write-matches-csv.ts'
import { leakedFiles } from '../../../leak.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { send, startStory, type Story } from '../recheck/story.ts'

const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'
const hour = 3_600_000

async function startNamed(): Promise<Story & { id: string }> {
  const leak = leakedFiles(3)
  const world = defineWorld({
    startsAt: '2026-11-01T00:00:00Z',
    repositories: [
      { owner: 'eve', name: 'leak', files: leak },
      { owner: 'ann', name: 'leak', forkOf: 'eve/leak' },
      { owner: 'bob', name: 'leak', forkOf: 'eve/leak' },
    ],
  })
  const story = await startStory({ leak, world, startsAt: '2026-11-02T09:00:00Z' })
  const [id] = await story.claim({ networks: ['eve/leak'], name: ['eve/leak', 'ann/leak', 'bob/leak'] })
  return { ...story, id: id! }
}

async function retract({ app, id }: Story & { id: string }, part: { only?: string[]; except?: string[] }) {
  const { db, actor, clock } = app
  const { notices } = await draftWorkNotices(
    { db, actor, clock },
    { work: 'orbit', kind: 'retraction', about: id, only: [], except: [], ...part },
  )
  return { draft: notices[0]!.id, send: () => send(app, notices[0]!.id) }
}

/** What is said of the claims: in figures, in the notice, in the list, and in the matches. */
async function claimsOf({ app, id }: Story & { id: string }) {
  const figures = (await showStatus(app, 'orbit')).works[0]!.figures
  const count = (key: string) => figures.find((one) => one.key === key)!.numbers!['count']
  const shown = await showNotice(app, id)
  const listed = (await listNotices(app)).find((one) => one.id === id)!
  expect(shown.retracted).toEqual(listed.retracted)
  expect(shown.materials.filter(({ retractedAt }) => retractedAt !== null)).toHaveLength(
    listed.retracted.length,
  )
  const residue = await listResidue(app, 'orbit')
  expect(residue, 'nothing is asked for in the name of a claim given back').toHaveLength(count('standing')!)
  const matches = await listMatches(app, 'orbit', {})
  expect(matches.every(({ notices }) => notices.includes(id))).toBe(true)
  expect(matches.filter(({ retracted }) => retracted.includes(id))).toHaveLength(listed.retracted.length)
  return {
    named: count('named'),
    retracted: count('retracted'),
    down: count('retracted-disabled'),
    standing: count('standing'),
    names: [...listed.retracted].sort(),
    repositories: listed.repositories.length,
  }
}

it('what is given back in part is named still, claimed no more, and told apart everywhere', async () => {
  const story = await startNamed()
  const { app, github } = story
  const whole = { named: 3, retracted: 0, down: 0, standing: 3, names: [], repositories: 3 }
  for (const name of ['eve/leak', 'ann/leak', 'bob/leak']) github.world.disable(name, ours)
  github.advance(hour)
  await story.recheck()
  const { send: sendIt } = await retract(story, { only: ['bob/leak'] })
  expect(await claimsOf(story), 'a draft gives nothing back').toEqual(whole)

  await sendIt()
  const part = { named: 3, retracted: 1, down: 1, standing: 2, names: ['bob/leak'], repositories: 3 }
  expect(await claimsOf(story)).toEqual(part)
  github.world.reinstate('bob/leak')
  github.advance(hour)
  await story.recheck()
  expect(await claimsOf(story)).toEqual({ ...part, down: 0 })
  expect(await listRetracted(app, 'orbit')).toEqual([{ availability: 'available', decision: 'infringing' }])
  expect(writeMatchesCsv(await listMatches(app, 'orbit', {})).split('\r\n')[0]).toMatch(/,refs,retracted$/)
}, 60_000)

it('is known by the name that the notice used, and by the one it has since', async () => {
  const story = await startNamed()
  const { github } = story
  github.world.rename('bob/leak', 'other')
  github.world.rename('ann/leak', 'new')
  github.advance(hour)
  await story.recheck()
  await (await retract(story, { only: ['bob/leak'] })).send()
  expect(await claimsOf(story)).toMatchObject({ retracted: 1, standing: 2, names: ['bob/leak'] })
  await (await retract(story, { only: ['ann/new'] })).send()
  expect(await claimsOf(story)).toMatchObject({ retracted: 2, standing: 1, names: ['ann/leak', 'bob/leak'] })
}, 60_000)

it('all but what stays disabled is given back, whatever that is called today', async () => {
  const story = await startNamed()
  story.github.world.rename('eve/leak', 'renamed')
  story.github.advance(hour)
  await story.recheck()
  await (await retract(story, { except: ['eve/leak'] })).send()
  expect(await claimsOf(story)).toMatchObject({ named: 3, retracted: 2, standing: 1 })
}, 60_000)

it('a notice that names it again claims it again', async () => {
  const story = await startNamed()
  await (await retract(story, { only: ['bob/leak'] })).send()
  const { db, actor, clock } = story.app
  const { notices } = await draftWorkNotices(
    { db, actor, clock },
    { work: 'orbit', kind: 'revised', about: story.id, only: ['bob/leak'], except: [] },
  )
  await send(story.app, notices[0]!.id)
  const figures = (await showStatus(story.app, 'orbit')).works[0]!.figures
  expect(figures.find(({ key }) => key === 'standing')!.numbers).toEqual({ count: 3 })
  expect((await listNotices(story.app)).map(({ kind, retracted }) => [kind, retracted])).toEqual([
    ['takedown', ['bob/leak']],
    ['retraction', []],
    ['revised', []],
  ])
}, 60_000)
