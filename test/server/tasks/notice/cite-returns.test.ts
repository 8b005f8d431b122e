import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkNotice } from '../../../../server/core/notice/check-notice.ts'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { readPublishedNotice } from '../../../../server/core/notice/read/read-published-notice.ts'
import { servePages } from '../../http/with-pages.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { exportNotice } from '../../../../server/tasks/notice/export-notice.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { recordCounterNotice } from '../../../../server/tasks/record-counter-notice.ts'
import { listReturns } from '../../../../server/tasks/returns/list-returns.ts'
import { reviewMatches } from '../../../../server/tasks/review-matches.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { leakedFiles } from '../../../leak.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { send, startStory } from '../recheck/story.ts'

const leak = leakedFiles(3)
const hour = 3_600_000
const repeatInfringer = /repeat infringers, 17 U\.S\.C\. 512\(i\)\(1\)\(A\)/

/** Eve was named once; she publishes it again, and so does somebody else. */
async function startReturn() {
  const story = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [{ owner: 'eve', name: 'leak', files: leak }],
    }),
  })
  const [earlier] = await story.claim({ repositories: ['eve/leak'], name: ['eve/leak'] })
  const { app, github } = story
  github.advance(48 * hour)
  github.world.create({ owner: 'eve', name: 'again', files: { ...leak, 'note.md': 'back\n' } })
  github.world.create({ owner: 'mal', name: 'other', files: { ...leak, 'mine.md': 'mine\n' } })
  await story.scan({ repositories: ['eve/again', 'mal/other'] })
  await reviewMatches(app, {
    work: 'orbit',
    repositories: ['eve/again', 'mal/other'],
    decision: 'infringing',
    reviewer: 'Ada Diaz',
    reason: 'compared side by side',
    fairUse: 'all of a private work, nothing added',
  })
  const draft = async (citeReturns: boolean) => {
    const input = { work: 'orbit', only: [], except: [], kind: 'takedown' as const, about: null, citeReturns }
    const drafted = await draftWorkNotices(app, input)
    const documents: { id: string; document: TakedownDocument }[] = []
    for (const { id } of drafted.notices)
      documents.push({ id, document: (await showNotice(app, id)).document as TakedownDocument })
    return {
      ...drafted,
      about: (name: string) => documents.find(({ document }) => nameOf(document) === name)!,
    }
  }
  return { ...story, earlier: earlier!, draft }
}

function nameOf({ repositories: [first] }: TakedownDocument): string {
  return `${first!.owner}/${first!.name}`
}

describe('a notice about what came back', () => {
  it('says nothing of earlier ones unless somebody asks, and tells that it could', async () => {
    const { draft, app } = await startReturn()
    const { about, problems } = await draft(false)
    expect(about('eve/again').document).not.toHaveProperty('history')
    const told = problems.filter(({ code }) => code === 'returns-not-cited')
    expect(told.map(({ repository }) => repository).sort()).toEqual(['eve/again', 'mal/other'])
    const { bytes } = await exportNotice(app, {
      id: about('eve/again').id,
      format: 'text',
      to: null,
      out: null,
    })
    expect(bytes.toString()).not.toMatch(repeatInfringer)
  })

  it('cites the earlier one with date and ticket, and asks about repeat infringers only where the account is the same', async () => {
    const { draft, app, earlier } = await startReturn()
    const { about, problems } = await draft(true)
    expect(problems.map(({ code }) => code)).not.toContain('returns-not-cited')
    const sentOn = (await showNotice(app, earlier)).sentAt!.slice(0, 10)
    for (const [name, isRepeat] of [
      ['eve/again', true],
      ['mal/other', false],
    ] as const) {
      const { id, document } = about(name)
      expect(document.history).toMatchObject([
        { repository: name, earlier: 'eve/leak', sentOn, ticket: '1234567' },
      ])
      for (const format of ['text', 'markdown', 'letter'] as const) {
        const out = await exportNotice(app, {
          id,
          format: format === 'letter' ? 'eml' : format,
          to: null,
          out: null,
        })
        const text = out.bytes.toString().replaceAll('=\r\n', '')
        expect(text).toContain(`named in our notice of ${sentOn} (ticket 1234567)`)
        expect(repeatInfringer.test(text)).toBe(isRepeat)
      }
      // It holds as it is read by anybody, and names nothing that it did not name before.
      const { bytes } = await exportNotice(app, { id, format: 'markdown', to: null, out: null })
      const read = readPublishedNotice('2026-11-04-orbit.md', bytes.toString())
      expect([...read.repositories, ...read.forks]).toEqual([name])
      const codes = (text: string) => checkNoticeText(text).problems.map(({ code }) => code)
      const without = await exportNotice(app, {
        id: (await draft(false)).about(name).id,
        format: 'markdown',
        to: null,
        out: null,
      })
      expect(codes(bytes.toString())).toEqual(codes(without.bytes.toString()))
      await draft(true)
    }
  })

  it('is signed only while what it says stands: not after a counter notice to the earlier one', async () => {
    const { draft, app, earlier, github } = await startReturn()
    const { about } = await draft(true)
    const other = about('mal/other').id
    await send(app, other)
    const file = join(await temporaryFolder(), 'counter.txt')
    await writeFile(file, 'I dispute https://github.com/eve/leak.')
    await recordCounterNotice(app, {
      id: earlier,
      receivedAt: github.now().toISOString(),
      file,
      repositories: ['eve/leak'],
    })
    const { id } = about('eve/again')
    await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toThrow(/does not stand any more/)
    const again = (await draft(true)).about('eve/again')
    expect(again.document.history?.map((one) => one.earlier) ?? []).not.toContain('eve/leak')
    await signNotice(app, { id: again.id, name: 'Ada Diaz' })
  })

  it('names what the earlier notice named, and holds a transfer against nobody', async () => {
    const { draft, github, recheck, app } = await startReturn()
    const before = (await draft(true)).about('eve/again').id
    github.world.rename('eve/leak', 'mal/handed-over')
    await recheck()
    await expect(signNotice(app, { id: before, name: 'Ada Diaz' })).rejects.toThrow(/does not stand any more/)
    const { about } = await draft(true)
    expect(about('mal/other').document.history).toMatchObject([{ earlier: 'eve/leak', ties: ['files'] }])
    expect(about('eve/again').document.history).toMatchObject([{ earlier: 'eve/leak', ties: ['files'] }])
    expect((await listReturns(app, 'orbit')).repeatInfringers).toEqual([])
  })

  it('says nothing of an earlier one that was decided otherwise since', async () => {
    const { draft, app } = await startReturn()
    const { about } = await draft(true)
    await reviewMatches(app, {
      work: 'orbit',
      repositories: ['eve/leak'],
      decision: 'authorized',
      reviewer: 'Ada Diaz',
      reason: 'a contractor after all',
    })
    await expect(signNotice(app, { id: about('eve/again').id, name: 'Ada Diaz' })).rejects.toThrow(
      /does not stand any more/,
    )
    const again = await draft(true)
    expect(again.about('eve/again').document.history ?? []).toEqual([])
  })

  it('is asked for on the page where a notice is drafted', async () => {
    const { app } = await startReturn()
    const folder = app.config.dataFolder
    const pages = await servePages({ ...app, folder }, null, () => Promise.resolve())
    onTestFinished(() => pages.close())
    const html = await (await pages.get('/works/orbit/notices/new')).text()
    expect(html).toContain('<input type="checkbox" name="cite" value="yes">')
    const token = /name="form-token" value="([\w-]+)"/.exec(html)![1]!
    const post = async (fields: Record<string, string>) => {
      const { status } = await pages.ask('/works/orbit/notices', {
        method: 'POST',
        headers: { cookie: await pages.cookie(), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ 'form-token': token, ...fields }).toString(),
      })
      expect(status).toBe(200)
      const drafts = (await listNotices(app)).filter(({ status: state }) => state === 'draft')
      const shown = await Promise.all(drafts.map(({ id }) => showNotice(app, id)))
      return shown.map(({ document }) => 'history' in document)
    }
    expect(await post({})).toEqual([false, false])
    expect(await post({ cite: 'yes' })).toEqual([true, true])
  })

  it('is refused when it speaks of what it does not name, or of nothing that ties', async () => {
    const { draft } = await startReturn()
    const { document } = (await draft(true)).about('eve/again')
    const [claim] = document.history!
    const codes = (over: object) =>
      checkNotice({ ...document, history: [{ ...claim!, ...over }] }).problems.map(({ code }) => code)
    expect(codes({})).not.toContain('history-unfounded')
    expect(codes({ repository: 'bob/innocent' })).toContain('history-unfounded')
    expect(codes({ ties: [] })).toContain('history-unfounded')
    expect(codes({ earlier: 'Eve/Again' })).toContain('history-unfounded')
    expect(codes({ ticket: null })).toContain('history-not-findable')
  })
})
