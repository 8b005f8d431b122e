import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeProgramText } from '../../../../scripts/bench/program-text.ts'
import { listAlerts } from '../../../../db/queries/alerts.ts'
import { findRepositories } from '../../../../db/queries/repositories.ts'
import type { Availability } from '../../../../server/core/repository/types.ts'
import { listDeadlines } from '../../../../server/tasks/list-deadlines.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'
import { listReturns } from '../../../../server/tasks/returns/list-returns.ts'
import { rebuildStates } from '../../../../server/tasks/rebuild-states.ts'
import { recordCounterNotice } from '../../../../server/tasks/record-counter-notice.ts'
import { showStatus } from '../../../../server/tasks/show-status.ts'
import { verifyAudit } from '../../../../server/tasks/verify-audit.ts'
import { leakedFiles } from '../../../leak.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import type { FaultKind, SeenRequest } from '../../../practice-github/house/weather.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { send, startStory } from './story.ts'

const leak = leakedFiles(4)
const sdk = { 'README.md': '# Orbit SDK\n', 'lib/client.ts': writeProgramText(1, 3000) }
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'
const theirs = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-05-somebody-else.md'
const hour = 3_600_000
const day = 24 * hour

/**
 * orbit/sdk (official)
 *   ├─ ada/sdk, bob/sdk   clean: hit by mistake
 *   └─ eve/sdk            added the leak
 *        └─ mal/sdk       fork of it
 * and a detached copy for each thing that can happen to one.
 */
const world = defineWorld({
  startsAt: '2026-11-01T00:00:00Z',
  repositories: [
    { owner: 'orbit', name: 'sdk', files: sdk },
    { owner: 'ada', name: 'sdk', forkOf: 'orbit/sdk' },
    { owner: 'bob', name: 'sdk', forkOf: 'orbit/sdk', files: { 'lib/own.ts': writeProgramText(3, 2000) } },
    { owner: 'eve', name: 'sdk', forkOf: 'orbit/sdk', files: leak },
    { owner: 'mal', name: 'sdk', forkOf: 'eve/sdk' },
    ...['taken', 'renamed', 'deleted', 'blocked', 'partly', 'wholly', 'others', 'hidden', 'standing'].map(
      (name) => ({ owner: name, name: 'dump', files: { ...leak, [`${name}.md`]: `# ${name}\n` } }),
    ),
  ],
})
const detached = [
  'taken',
  'renamed',
  'deleted',
  'blocked',
  'partly',
  'wholly',
  'others',
  'hidden',
  'standing',
]
const copies = ['eve/sdk', 'mal/sdk', ...detached.map((name) => `${name}/dump`)]

it('a month: every state and its time right on each day, no failure read as gone, every alarm raised once', async () => {
  const story = await startStory({
    world,
    leak,
    official: ['orbit/sdk'],
    startsAt: '2026-11-02T09:00:00Z',
  })
  const { app, github } = story
  const idOf = new Map(
    ['orbit/sdk', 'ada/sdk', 'bob/sdk', ...copies].map((name) => [name, github.world.find(name).id]),
  )
  await story.claim({
    networks: ['eve/sdk'],
    repositories: detached.map((name) => `${name}/dump`),
    name: copies,
  })
  const started = github.now().getTime()

  interface Truth {
    availability: Availability
    /** Since when GitHub shows it so. */
    since: number
    noticeUrl: string | null
  }
  const truth = new Map<string, Truth>(
    [...idOf.keys()].map((name) => [name, { availability: 'available', since: 0, noticeUrl: null }]),
  )
  const wasGone = new Set<string>()
  const become = (name: string, availability: Availability, noticeUrl: string | null = null) => {
    truth.set(name, { availability, since: github.now().getTime(), noticeUrl })
    if (availability === 'gone') wasGone.add(name)
  }
  const disable = (name: string, noticeUrl: string) => {
    github.world.disable(name, noticeUrl)
    become(name, 'disabled', noticeUrl)
  }
  const reinstate = (name: string) => {
    github.world.reinstate(name)
    become(name, 'available')
  }
  const fail = (hours: number, kind: FaultKind, path = '/') => {
    const until = github.now().getTime() + hours * hour
    const when = (request: SeenRequest) => request.path.startsWith(path) && github.now().getTime() < until
    github.plan({ kind, times: Infinity, when })
  }
  const retraction = async () =>
    (await listNotices(app)).filter(({ kind, status }) => kind === 'retraction' && status === 'draft')

  const days: Record<number, () => void | Promise<void>> = {
    1: () => {
      // GitHub takes the whole network down, and one of the dumps.
      for (const name of ['eve/sdk', 'mal/sdk', 'ada/sdk', 'bob/sdk', 'orbit/sdk', 'taken/dump'])
        disable(name, ours)
    },
    2: async () => {
      const [draft, ...more] = await retraction()
      expect(more).toEqual([])
      expect(draft!.repositories.sort()).toEqual(['ada/sdk', 'bob/sdk', 'orbit/sdk'])
      await send(app, draft!.id)
    },
    3: () => {
      disable('others/dump', theirs)
      reinstate('orbit/sdk')
      github.world.block('blocked/dump', 'tos')
      become('blocked/dump', 'blocked')
    },
    4: () => {
      reinstate('ada/sdk')
      github.world.rename('renamed/dump', 'renamed/innocent')
    },
    5: () => {
      reinstate('bob/sdk')
      github.world.push('partly/dump', { files: { 'src/module-0.ts': null } })
      become('partly/dump', 'changed')
    },
    6: () => {
      // Everything fails for an hour and more, and something happens meanwhile.
      fail(1.5, 'bad-gateway')
      github.world.delete('deleted/dump')
      become('deleted/dump', 'gone')
    },
    8: () => {
      const files = Object.fromEntries(Object.keys(leak).map((path) => [path, null]))
      github.world.push('wholly/dump', { files: { ...files, 'index.md': 'moved\n' } })
      become('wholly/dump', 'changed')
      github.world.makePrivate('hidden/dump')
      become('hidden/dump', 'gone')
    },
    9: async () => {
      const file = join(await temporaryFolder(), 'counter.txt')
      await writeFile(file, 'Restore https://github.com/mal/sdk please.')
      const receivedAt = github.now().toISOString()
      for (const notice of (await listNotices(app)).filter(({ repositories }) =>
        repositories.includes('mal/sdk'),
      ))
        if (notice.kind === 'takedown')
          await recordCounterNotice(app, { id: notice.id, receivedAt, file, repositories: ['mal/sdk'] })
    },
    12: () => {
      github.world.makePublic('hidden/dump')
      become('hidden/dump', 'available')
    },
    // REST alone fails, while GraphQL and the login work.
    15: () => fail(8, 'server-error', '/repositories/'),
    16: () => fail(8, 'truncated', '/repositories/'),
    17: () => fail(8, 'reset', '/graphql'),
    20: async () => {
      // The same account uploads it again, and somebody else forks that.
      github.world.create({ owner: 'taken', name: 'dump-2', files: { ...leak, 'note.md': 'again\n' } })
      github.world.fork('taken/dump-2', 'nina/dump-2')
      github.world.create({ owner: 'nobody', name: 'own', files: { 'a.ts': writeProgramText(9, 2000) } })
      await story.scan({ repositories: ['taken/dump-2', 'nina/dump-2', 'nobody/own'] })
      // From now on they are followed day by day, too.
      for (const name of ['taken/dump-2', 'nina/dump-2']) {
        idOf.set(name, github.world.find(name).id)
        truth.set(name, { availability: 'available', since: 0, noticeUrl: null })
      }
    },
    23: () => disable('nina/dump-2', theirs),
    26: () => {
      reinstate('mal/sdk')
      github.world.delete('taken/dump-2')
      become('taken/dump-2', 'gone')
    },
    28: () => disable('standing/dump', ours),
  }

  for (let n = 0; n < 31; n++) {
    github.setClock(new Date(started + n * day))
    await days[n]?.()
    for (const at of [1, 2, 3, 6, 12, 18, 23.9]) {
      github.setClock(new Date(started + n * day + at * hour))
      await story.recheckDue().catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'GITHUB_UNREACHABLE' })
      })
      const rows = await findRepositories(app.db, [...idOf.values()])
      for (const [name, id] of idOf) {
        // At no time is anything called gone that never was.
        if (rows.get(id)!.availability === 'gone') expect([...wasGone]).toContain(name)
      }
    }
    const rows = await findRepositories(app.db, [...idOf.values()])
    for (const [name, id] of idOf) {
      const row = rows.get(id)!
      const { availability, since, noticeUrl } = truth.get(name)!
      const label = `day ${n}: ${name}`
      expect([label, row.availability]).toEqual([label, availability])
      if (since === 0) continue
      const late = (row.availabilitySince!.getTime() - since) / hour
      expect([label, late >= 0 && late <= 24]).toEqual([label, true])
      expect([label, row.blockNoticeUrl]).toEqual([label, noticeUrl])
      if (availability === 'disabled')
        expect([label, Math.floor(row.blockCreatedAt!.getTime() / 1000)]).toEqual([
          label,
          Math.floor(since / 1000),
        ])
    }
  }

  const after = await findRepositories(app.db, [...idOf.values()])
  expect(after.get(idOf.get('renamed/dump')!)).toMatchObject({ owner: 'renamed', name: 'innocent' })
  expect(after.get(idOf.get('partly/dump')!)).toMatchObject({ filesLeft: 3 })
  expect(after.get(idOf.get('wholly/dump')!)).toMatchObject({ filesLeft: 0 })

  // What scans find new is told by the scans.
  const alerts = (await listAlerts(app.db, { limit: 100 }))
    .filter(({ kind }) => kind !== 'new-copies')
    .reverse()
  expect(alerts.map(({ kind }) => kind)).toEqual([
    'overreach',
    'given-back',
    'returned',
    'returned',
    'reinstated',
  ])
  expect(alerts[0]!.text).toContain('1 of them official')
  expect(alerts[0]!.data).toMatchObject({
    repositories: expect.arrayContaining(['ada/sdk', 'bob/sdk', 'orbit/sdk']),
  })
  expect(alerts.at(-1)!.text).toContain('mal/sdk')

  const { returns, repeatInfringers } = await listReturns(app, 'orbit')
  expect(returns.map(({ repository }) => repository).sort()).toEqual(['nina/dump-2', 'taken/dump-2'])
  const again = returns.find(({ repository }) => repository === 'taken/dump-2')!
  expect(again.chain[0]).toMatchObject({ repository: 'taken/dump', ties: ['owner', 'files'] })
  expect(again.chain[0]!.citation).toContain(ours)
  expect(repeatInfringers).toMatchObject([
    { owner: 'taken', named: ['taken/dump'], returned: ['taken/dump-2'] },
  ])

  const { figures, overTime } = (await showStatus(app, 'orbit')).works[0]!
  const figure = (key: string) => figures.find((each) => each.key === key)?.value
  expect(figure('wrong-hits')).toBe('3')
  expect(figure('wrong-hits-open')).toBe('0')
  expect(figure('outcome')).toBe(
    '3 available, 1 blocked, 2 changed, 1 disabled by others, 3 disabled by us, 1 gone',
  )
  expect(figure('precision')).toBe('100 % (3 of 3)')
  expect(overTime.at(-1)).toMatchObject({ found: 13 })

  const due = (await listDeadlines(app, '2026-11-12')).filter(({ repository }) => repository === 'mal/sdk')
  // Received on Wednesday, 11 November; Thanksgiving, the 26th, is no business day.
  const dueOf = (kind: string) => due.find((deadline) => deadline.kind === kind)?.due
  expect(dueOf('reinstatement-earliest')).toBe('2026-11-25')
  expect(dueOf('reinstatement-latest')).toBe('2026-12-02')

  for (const [id, { availability, since, noticeUrl }] of await rebuildStates(app.db)) {
    const row = after.get(id)!
    expect({ availability, since, noticeUrl: noticeUrl ?? null }).toEqual({
      availability: row.availability,
      since: row.availabilitySince,
      noticeUrl: row.blockNoticeUrl,
    })
  }
  expect(await verifyAudit(app)).toMatchObject({ ok: true })
  expect(github.violations).toEqual([])
}, 280_000)
