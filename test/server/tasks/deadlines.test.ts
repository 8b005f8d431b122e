import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEvents } from '../../../db/events/read-events.ts'
import { renderDeadlinesCalendar } from '../../../server/render/deadlines-calendar.ts'
import { listDeadlines } from '../../../server/tasks/list-deadlines.ts'
import { recordCounterNotice } from '../../../server/tasks/record-counter-notice.ts'
import { verifyAudit } from '../../../server/tasks/verify-audit.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder, type TestApp } from '../http/data-folder.ts'
import { seed } from '../http/seed/seed.ts'

/** The seed's notice orbit-cli-1 was sent on 1 April 2026 and names these. */
const named = ['first/orbit-leak', 'leaker/orbit-leak']
const month = 30 * 86_400_000

async function openSeeded(): Promise<TestApp> {
  const { app, remove } = await openDataFolder()
  onTestFinished(remove)
  await seed(app)
  return { ...app, clock: () => new Date(Date.parse('2026-04-20T12:00:00Z')) }
}

async function write(text: string | Buffer): Promise<string> {
  const file = join(await temporaryFolder(), 'counter.txt')
  await writeFile(file, text)
  return file
}

async function record(
  app: TestApp,
  input: Partial<{ id: string; receivedAt: string; text: string | Buffer; repositories: string[] }> = {},
) {
  return await recordCounterNotice(app, {
    id: input.id ?? 'orbit-cli-1',
    receivedAt: input.receivedAt ?? '2026-04-10',
    file: await write(input.text ?? 'I dispute it. Jane, +1 555 0199'),
    repositories: input.repositories ?? [],
  })
}

/** Without our own follow-ups: one repository of the seed stands. */
const listClocks = async (app: TestApp, asOf: string | null) =>
  (await listDeadlines(app, asOf)).filter(({ kind }) => kind !== 'follow-up')

const dues = (rows: { kind: string; repository: string | null; due: string }[]) =>
  rows.map(({ kind, repository, due }) => `${kind} ${repository ?? '*'} ${due}`)

describe('a counter notice', () => {
  it('starts the clocks of the statute on the day of receipt', async () => {
    const app = await openSeeded()
    expect(await listClocks(app, null)).toEqual([])
    const recorded = await record(app, { repositories: ['LEAKER/orbit-leak'] })
    expect(recorded.repositories).toEqual(['leaker/orbit-leak'])
    const expected = [
      'court-action leaker/orbit-leak 2026-04-20',
      'reinstatement-earliest leaker/orbit-leak 2026-04-24',
      'reinstatement-latest leaker/orbit-leak 2026-04-30',
    ]
    expect(dues(recorded.deadlines)).toEqual(expected)
    const rows = await listClocks(app, null)
    expect(dues(rows)).toEqual(expected)
    expect(rows.map(({ state }) => state)).toEqual(['today', 'coming', 'coming'])
    for (const { basis } of rows) expect(basis).toContain('17 U.S.C. 512(g)(2)(C)')
  })

  it('counts as known on the day asked about', async () => {
    const app = await openSeeded()
    await record(app)
    expect(await listClocks(app, '2026-04-09')).toEqual([])
    expect((await listClocks(app, '2026-04-10')).map(({ state }) => state)).toEqual(Array(3).fill('coming'))
    // Six in the morning of the 10th in Berlin is the 9th where GitHub counts.
    expect(await listClocks(app, '2026-04-10T06:00:00+02:00')).toEqual([])
    expect((await listClocks(app, '2026-06-01')).map(({ state }) => state)).toEqual(Array(3).fill('past'))
  })

  it('is about what its text and the notice both name, and else about the whole notice', async () => {
    const app = await openSeeded()
    const text = 'Restore https://github.com/First/orbit-leak and https://github.com/some/other, please.'
    expect((await record(app, { text })).repositories).toEqual(['first/orbit-leak'])
    const whole = await record(app, { text: 'Restore my repository.' })
    expect(whole.repositories).toEqual([])
    expect(whole.deadlines.map(({ repository }) => repository)).toEqual([null, null, null])
  })

  it('keeps the text whole and encrypted, and its facts without contact details in the log', async () => {
    const app = await openSeeded()
    const text = Buffer.from('I dispute it.\r\nJane Roe, 1 Main St, +1 555 0199\r\n')
    const { sha256 } = await record(app, { text })
    const events = []
    for await (const event of readEvents(app.db))
      if (event.kind === 'counter-notice.recorded') events.push(event)
    expect(events).toMatchObject([{ actor: 'test', subject: 'notice:orbit-cli-1', data: { sha256 } }])
    expect(JSON.stringify(events)).not.toMatch(/Jane|555/)
    const { contentId } = events[0]!.data as { contentId: string }
    expect(await app.content.get(contentId)).toEqual(text)
    expect(await verifyAudit(app)).toMatchObject({ ok: true })
  })

  it.each([
    ['to a notice that there is not', { id: 'nothing-1' }, 'NOTICE_UNKNOWN'],
    ['to a draft', { id: 'orbit-cli-2' }, 'NOTICE_NOT_SENT'],
    ['from before the notice was sent', { receivedAt: '2026-03-31' }, 'RECEIVED_AT_INVALID'],
    ['from the future', { receivedAt: '2026-04-22' }, 'RECEIVED_AT_INVALID'],
    ['on a day that there is not', { receivedAt: '2026-02-30' }, 'TIME_INVALID'],
    ['at a time without a zone', { receivedAt: '2026-04-10T09:30' }, 'TIME_INVALID'],
    ['about a repository that is not named', { repositories: ['look/alike'] }, 'REPOSITORY_NOT_NAMED'],
    ['without a text', { text: ' \n' }, 'COUNTER_NOTICE_EMPTY'],
    ['that is a PDF', { text: '%PDF-1.7' }, 'FILE_NOT_TEXT'],
  ])('%s is refused, and nothing is kept', async (_, input, code) => {
    const app = await openSeeded()
    await expect(record(app, input)).rejects.toMatchObject({ code, exitCode: 2 })
    expect(await listClocks(app, '2027-01-01')).toEqual([])
  })

  it('is recorded once, however often it is given', async () => {
    const app = await openSeeded()
    const results = await Promise.allSettled([record(app), record(app), record(app)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(record(app)).rejects.toMatchObject({ code: 'COUNTER_NOTICE_KNOWN' })
    expect(await listClocks(app, null)).toHaveLength(3)
  })

  it('can come the same day, with the day alone', async () => {
    const app = await openSeeded()
    const { receivedAt } = await record(app, { receivedAt: '2026-04-01' })
    expect(receivedAt.slice(0, 10)).toBe('2026-04-01')
    // The noon that stands for a day is still to come today.
    const today = await record(app, { receivedAt: '2026-04-20', text: 'Another.' })
    expect(today.receivedAt).toBe(app.clock().toISOString())
  })
})

describe('the calendar', () => {
  it('holds each deadline as a whole day with its rule, under the same id each time', async () => {
    const app = await openSeeded()
    await record(app, { repositories: named })
    const deadlines = await listClocks(app, null)
    const read = (text: string) =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents('vevent')
        .map((part) => new ICAL.Event(part))
    const text = renderDeadlinesCalendar(deadlines, app.clock())
    const events = read(text)
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(deadlines.map(({ due }) => due))
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true)
    for (const [i, { description }] of events.entries()) expect(description).toContain(deadlines[i]!.basis)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(deadlines.length)
    const later = read(renderDeadlinesCalendar(deadlines, new Date(app.clock().getTime() + month)))
    expect(later.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})
