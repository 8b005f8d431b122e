import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listAlerts } from '../../../../db/queries/alerts.ts'
import { readEvents } from '../../../../db/events/read-events.ts'
import { replayChanges, type AvailabilityChange } from '../../../../server/core/repository/availability.ts'
import { listWorkMaterial } from '../../../../server/tasks/material/list-work-material.ts'
import { recordSeen } from '../../../../server/tasks/material/record-seen.ts'
import { reviewMaterial } from '../../../../server/tasks/material/review-material.ts'
import { addMaterial } from '../../../../server/tasks/material/add-material.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { showStatus } from '../../../../server/tasks/show-status.ts'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { listResidue } from '../../../../server/tasks/returns/list-residue.ts'
import { listReturns } from '../../../../server/tasks/returns/list-returns.ts'
import { leakedFiles, writeFolder } from '../../../leak.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { quietly, send, startStory } from './story.ts'

const leak = leakedFiles(2)
const files = Object.fromEntries(
  Object.entries(leak).map(([path, text]) => [path.replaceAll('/', '-'), text]),
)
const [first = '', second = ''] = Object.keys(files)
const named = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const later = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'
const gistUrl = (id: string) => `https://gist.github.com/eve/${id}`
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'
const hour = 3_600_000

async function startWithGists() {
  const story = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [{ owner: 'eve', name: 'leak', files: leak }],
      gists: [
        { id: named, owner: 'eve', files },
        { id: later, owner: 'eve', files },
      ],
    }),
  })
  const { app } = story
  const scanGist = async (id: string) => {
    const tipsFile = join(await temporaryFolder(), 'tips.txt')
    await writeFile(tipsFile, `${gistUrl(id)}\n`)
    await runScan(
      app,
      { work: 'orbit', repositories: [], networks: [], probes: 0, tipsFile, resume: false },
      quietly,
    )
  }
  const decide = (url: string) =>
    reviewMaterial(app, {
      work: 'orbit',
      url,
      decision: 'infringing',
      reviewer: 'Ada Diaz',
      reason: 'compared side by side',
      fairUse: 'all of a private work, nothing added',
    })
  await story.claim({ repositories: ['eve/leak'], name: ['eve/leak'] })
  const noticeOf = async () => {
    const input = { work: 'orbit', only: [], except: [], kind: 'takedown' as const, about: null }
    for (const { id } of (await draftWorkNotices(app, input)).notices) await send(app, id)
  }
  const stateOf = async (url: string) =>
    (await listWorkMaterial(app, 'orbit')).find((one) => one.url === url)!
  return { ...story, scanGist, decide, noticeOf, stateOf }
}

it('a gist is followed as a repository is, and no failure is read as gone', async () => {
  const { app, github, scanGist, decide, noticeOf, stateOf, recheck } = await startWithGists()
  await scanGist(named)
  await decide(gistUrl(named))
  await noticeOf()
  const look = async () => {
    github.advance(hour)
    return (await recheck()).materials
  }
  expect(await look()).toMatchObject({ checked: 1, changes: [], couldNotTell: [] })
  expect(await stateOf(gistUrl(named))).toMatchObject({ availability: 'available', filesLeft: 2 })

  github.world.editGist(named, { [second]: 'gone\n' })
  expect((await look()).changes).toMatchObject([{ to: 'changed', remaining: [first] }])

  github.world.disableGist(named, ours)
  expect((await look()).changes).toMatchObject([{ to: 'disabled', noticeUrl: ours }])
  expect(await stateOf(gistUrl(named))).toMatchObject({ availability: 'disabled', noticeUrl: ours })

  const until = github.now().getTime() + 2 * hour
  github.plan({
    kind: 'server-error',
    times: Infinity,
    when: ({ path }) => path.startsWith('/gists/') && github.now().getTime() < until,
  })
  const failed = await look()
  expect(failed).toMatchObject({ checked: 0, changes: [] })
  expect(failed.couldNotTell).toHaveLength(1)
  expect(await stateOf(gistUrl(named))).toMatchObject({ availability: 'disabled' })
  github.advance(3 * hour)

  github.world.reinstateGist(named)
  expect((await look()).changes).toMatchObject([{ from: 'disabled', to: 'changed', reinstated: true }])
  const alerts = (await listAlerts(app.db, { limit: 100 })).filter(({ kind }) => kind === 'reinstated')
  expect(alerts.map(({ text }) => text)).toEqual([`${gistUrl(named)}, which we named, is available again`])

  github.world.deleteGist(named)
  expect((await look()).changes).toMatchObject([{ to: 'gone' }])
  expect((await look()).changes).toEqual([])

  const changes: AvailabilityChange[] = []
  for await (const { data } of readEvents(app.db, { kind: 'material.availability' })) {
    const change = data as Omit<AvailabilityChange, 'at'> & { at: string }
    changes.push({ ...change, at: new Date(change.at) })
  }
  expect(changes).toHaveLength(4)
  const { availability, availabilitySince } = await stateOf(gistUrl(named))
  expect(replayChanges(changes)).toMatchObject({ availability, since: new Date(availabilitySince!) })
  expect(github.violations).toEqual([])
})

it('is asked about as its schedule says', async () => {
  const { github, scanGist, decide, noticeOf, recheckDue } = await startWithGists()
  await scanGist(named)
  await decide(gistUrl(named))
  await noticeOf()
  const asked = () => github.requests.filter(({ path }) => path.startsWith('/gists/')).length
  const before = asked()
  for (let quarter = 0; quarter < 96; quarter++) {
    github.advance(hour / 4)
    await recheckDue()
  }
  // Hourly on the first day, as every repository that a notice names.
  expect(asked() - before).toBeGreaterThanOrEqual(23)
  expect(asked() - before).toBeLessThanOrEqual(25)
})

it('a gist that comes up after a notice is a return, told once', async () => {
  const { app, github, scanGist, recheck } = await startWithGists()
  github.advance(48 * hour)
  await scanGist(later)
  await recheck()
  github.advance(hour)
  await recheck()
  const { materials, repeatInfringers } = await listReturns(app, 'orbit')
  expect(materials).toMatchObject([{ url: gistUrl(later), kind: 'gist', availability: 'available' }])
  const { figures } = (await showStatus(app, 'orbit')).works[0]!
  expect(figures.find(({ key }) => key === 'other-material')?.value).toBe('1 available')
  expect(materials[0]!.chain[0]).toMatchObject({ repository: 'eve/leak', ties: ['owner', 'files'] })
  expect(repeatInfringers).toEqual([])
  const alerts = (await listAlerts(app.db, { limit: 100 })).filter(({ kind }) => kind === 'returned')
  expect(alerts.map(({ text }) => text)).toEqual([
    `${gistUrl(later)} publishes again what our notice orbit-1 named as eve/leak`,
  ])
})

it('what nobody else tells of is recorded by a person, and its residue is listed place by place', async () => {
  const { app, github, decide, noticeOf, stateOf } = await startWithGists()
  const url = 'https://www.npmjs.com/package/@eve/orbit-copy/v/1.0.0'
  await addMaterial(app, { work: 'orbit', url, copy: await writeFolder(leak) }, quietly)
  await decide(url)
  await noticeOf()
  expect(await stateOf(url)).toMatchObject({ availability: 'unknown', checkedAt: null })
  const seen = (availability: string) => recordSeen(app, { work: 'orbit', url, availability, at: null })
  await expect(seen('vanished')).rejects.toMatchObject({ code: 'AVAILABILITY_INVALID' })
  github.advance(hour)
  expect(await seen('gone')).toMatchObject({ availability: 'gone' })
  github.advance(hour)
  expect(await seen('available')).toMatchObject({ availability: 'available' })

  const residue = await listResidue(app, 'orbit')
  expect(residue.map(({ repository }) => repository)).toEqual(['eve/leak', url])
  for (const { places } of residue) {
    for (const { url: place, request } of places) {
      expect(URL.canParse(place)).toBe(true)
      expect(request).toMatch(/512\(c\)|notice of its own/)
    }
  }
  const hosts = (at: number) => residue[at]!.places.map((place) => new URL(place.url).host)
  expect(hosts(0)).toEqual(
    expect.arrayContaining([
      'eve.github.io',
      'gist.github.com',
      'hub.docker.com',
      'cdn.jsdelivr.net',
      'web.archive.org',
    ]),
  )
  expect(hosts(1)).toEqual(
    expect.arrayContaining([
      'unpkg.com',
      'cdn.jsdelivr.net',
      'archive.softwareheritage.org',
      'www.google.com',
    ]),
  )
  expect(residue[1]!.places.find(({ kind }) => kind === 'mirrors')?.request).toContain('@eve/orbit-copy')
  // It asks nobody.
  expect(github.requests.some(({ path }) => path.startsWith('/gists'))).toBe(false)
})
