import { describe, expect, it } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { addOfficial } from '../../../../server/tasks/add-official.ts'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { judgeAgain } from '../../../../server/tasks/notice/judge-again.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { requireNotice } from '../../../../server/tasks/notice/find-notice.ts'
import { previewBulk } from '../../../../server/tasks/review/preview-bulk.ts'
import { reviewInBulk, type BulkInput } from '../../../../server/tasks/review/review-in-bulk.ts'
import { showBulk } from '../../../../server/tasks/review/show-bulk.ts'
import { takeBackBulk } from '../../../../server/tasks/review/take-back-bulk.ts'
import { showMatch } from '../../../../server/tasks/show-match.ts'
import { verifyAudit } from '../../../../server/tasks/verify-audit.ts'
import { decide, scan, withFoundCopies } from './review-story.ts'

const everything = { strength: 'strong,weak,none' }

async function idsOf(app: App, ...names: string[]): Promise<number[]> {
  const all = await listMatches(app, 'orbit', everything)
  return names.map((name) => all.find(({ repository }) => repository === name)!.id)
}

async function decisions(app: App): Promise<Record<string, string | null>> {
  return Object.fromEntries(
    (await listMatches(app, 'orbit', everything)).map(({ repository, decision }) => [repository, decision]),
  )
}

async function inBulk(app: App, names: string[], over: Partial<BulkInput> = {}) {
  const selection = { repositories: await idsOf(app, ...names) }
  const typed = { work: 'orbit', decision: 'authorized', reviewer: 'Ada Diaz', selection, ...over }
  const { seen } = await previewBulk(app, typed)
  return await reviewInBulk(app, {
    reason: 'our contractors',
    fairUse: 'all of a private work, nothing added',
    list: null,
    seen,
    ...typed,
  })
}

describe('a decision in bulk', () => {
  it('is recorded for each, marked as such; the official and the decided are left, with why', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['mal/sdk'], decision: 'not-ours', reason: 'an accident' })
      await addOfficial(app, { work: 'orbit', repository: 'trent/dump' })
      const names = ['eve/sdk', 'mal/sdk', 'zed/again', 'trent/dump']

      const result = await inBulk(app, names)

      expect(result).toMatchObject({
        reviewed: 2,
        repositories: ['eve/sdk', 'zed/again'],
        refused: [
          { repository: 'mal/sdk', code: 'decided' },
          { repository: 'trent/dump', code: 'official' },
        ],
      })
      expect(await decisions(app)).toMatchObject({
        'eve/sdk': 'authorized',
        'zed/again': 'authorized',
        'mal/sdk': 'not-ours',
        'trent/dump': null,
      })
      expect((await showMatch(app, 'orbit', 'zed/again')).reviews).toMatchObject([
        { decision: 'authorized', bulk: result.bulk, takenBack: null },
      ])
      const [bulk, one] = await listEvents(app, { limit: 2 })
      expect(bulk).toMatchObject({ kind: 'review.bulk', data: { bulk: result.bulk, decision: 'authorized' } })
      expect(one).toMatchObject({ kind: 'match.reviewed', data: { bulk: result.bulk } })
    })
  })

  it('accuses only what has exactly the trees and evidence of one that the reviewer looked at', async () => {
    await withFoundCopies(async (app) => {
      const all = ['mal/sdk', 'sam/sdk', 'kim/sdk', 'zed/again', 'trent/dump']
      const infringing = { decision: 'infringing' }
      await expect(inBulk(app, all, infringing)).rejects.toMatchObject({ code: 'BULK_NONE' })
      await decide(app, { repositories: ['eve/sdk'] })

      await expect(inBulk(app, all, { ...infringing, reviewer: 'Bo Lee' })).rejects.toMatchObject({
        code: 'BULK_NONE',
      })
      const result = await inBulk(app, all, infringing)

      expect(result.repositories).toEqual(['mal/sdk', 'sam/sdk'])
      expect(result.refused.map(({ repository, code }) => `${repository} ${code}`)).toEqual(
        ['kim/sdk', 'zed/again', 'trent/dump'].map((name) => `${name} not-looked-at`),
      )
      const [review] = (await showMatch(app, 'orbit', 'sam/sdk')).reviews
      expect(review).toMatchObject({ decision: 'infringing', identical: true, bulk: result.bulk })
      // One decided in bulk is no look.
      await expect(inBulk(app, ['kim/sdk'], infringing)).rejects.toMatchObject({ code: 'BULK_NONE' })
    })
  })

  it('needs how fair use was considered where it accuses', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'] })
      await expect(inBulk(app, ['mal/sdk'], { decision: 'infringing', fairUse: ' ' })).rejects.toMatchObject({
        code: 'REVIEW_FAIR_USE_MISSING',
      })
    })
  })

  it('is refused as a whole when anything of it changed since it was shown', async () => {
    await withFoundCopies(async (app, github) => {
      const selection = { repositories: await idsOf(app, 'eve/again', 'zed/again') }
      const typed = { work: 'orbit', decision: 'not-ours', reviewer: 'Ada Diaz', selection }
      const { seen } = await previewBulk(app, typed)
      const act = () => reviewInBulk(app, { ...typed, reason: 'an old sample', list: null, seen })
      github.world.push('eve/again', { files: { 'README.md': '# more\n' } })
      await scan(app)
      await expect(act()).rejects.toMatchObject({ code: 'REVIEW_UNSEEN' })
      expect((await decisions(app))['zed/again']).toBeNull()
    })
  })

  it('is refused when it is another decision than was shown, or a look since then would accuse more', async () => {
    await withFoundCopies(async (app) => {
      const selection = { repositories: await idsOf(app, 'mal/sdk', 'zed/again') }
      const typed = { work: 'orbit', decision: 'infringing', reviewer: 'Ada Diaz', selection }
      const record = (seen: string) =>
        reviewInBulk(app, { ...typed, reason: 'compared', fairUse: 'all of it', list: null, seen })
      const shown = await previewBulk(app, typed)
      const other = await previewBulk(app, { ...typed, decision: 'authorized' })
      expect(shown.repositories).toEqual([])

      await decide(app, { repositories: ['eve/sdk'] })
      expect((await previewBulk(app, typed)).repositories).toEqual(['mal/sdk'])
      for (const { seen } of [shown, other])
        await expect(record(seen)).rejects.toMatchObject({ code: 'REVIEW_UNSEEN' })
      expect((await decisions(app))['mal/sdk']).toBeNull()
      const { seen } = await previewBulk(app, { ...typed, decision: 'authorized' })
      await expect(record(seen)).rejects.toMatchObject({ code: 'REVIEW_UNSEEN' })
    })
  })

  it('takes no match of another work, none that is unknown, and not none', async () => {
    await withFoundCopies(async (app) => {
      const typed = { work: 'orbit', decision: 'not-ours', reviewer: 'A' }
      const preview = (ids: number[]) => previewBulk(app, { ...typed, selection: { repositories: ids } })
      await expect(preview([])).rejects.toMatchObject({ code: 'BULK_EMPTY' })
      await expect(preview([1, 999_999])).rejects.toMatchObject({ code: 'BULK_SELECTION' })
      await expect(preview(Array.from({ length: 2_001 }, (_, n) => n))).rejects.toMatchObject({
        code: 'BULK_TOO_MANY',
      })
    })
  })
})

describe('taking back', () => {
  it('restores what stood before, keeps both in the log, and happens once', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'], decision: 'infringing' })
      const before = await decisions(app)
      const { bulk } = await inBulk(app, ['mal/sdk', 'zed/again'])

      const result = await takeBackBulk(app, { work: 'orbit', bulk })

      expect(result).toMatchObject({ takenBack: 2, repositories: ['mal/sdk', 'zed/again'], left: [] })
      expect(await decisions(app)).toEqual(before)
      expect((await showMatch(app, 'orbit', 'mal/sdk')).reviews).toMatchObject([
        { decision: 'authorized', takenBack: { by: app.actor } },
      ])
      const kinds = (await listEvents(app, { limit: 3 })).map(({ kind }) => kind)
      expect(kinds).toEqual(['review.bulk-taken-back', 'match.review-taken-back', 'match.review-taken-back'])
      expect((await verifyAudit(app)).ok).toBe(true)
      await expect(takeBackBulk(app, { work: 'orbit', bulk })).rejects.toMatchObject({
        code: 'BULK_TAKEN_BACK',
      })
      // Open again, for whoever looks now.
      await decide(app, { repositories: ['mal/sdk'] })
      expect((await decisions(app))['mal/sdk']).toBe('infringing')
    })
  })

  it('leaves what a notice names, and what somebody decided again', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'] })
      const { bulk } = await inBulk(app, ['mal/sdk', 'sam/sdk'], { decision: 'infringing' })
      await decide(app, { repositories: ['sam/sdk'], decision: 'fair-use', reason: 'a lecture' })
      await draftWorkNotices(app, {
        work: 'orbit',
        only: ['mal/sdk'],
        except: [],
        kind: 'takedown',
        about: null,
      })

      expect(await showBulk(app, 'orbit', bulk)).toMatchObject({
        open: [],
        left: [
          { repository: 'mal/sdk', code: 'named' },
          { repository: 'sam/sdk', code: 'decided-since' },
        ],
      })
      await expect(takeBackBulk(app, { work: 'orbit', bulk })).rejects.toMatchObject({
        code: 'BULK_TAKEN_BACK',
      })
      expect(await decisions(app)).toMatchObject({ 'mal/sdk': 'infringing', 'sam/sdk': 'fair-use' })
    })
  })

  it('leaves a repository signable by the look that stands, and shows whoever meddles with what was taken back', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'] })
      const { bulk } = await inBulk(app, ['mal/sdk'], { decision: 'infringing' })
      await takeBackBulk(app, { work: 'orbit', bulk })
      await decide(app, { repositories: ['mal/sdk'] })
      const { notices } = await draftWorkNotices(app, {
        work: 'orbit',
        only: ['mal/sdk'],
        except: [],
        kind: 'takedown',
        about: null,
      })
      const judge = async () =>
        (await judgeAgain(app.db, await requireNotice(app.db, notices[0]!.id))).problems.map((p) => p.code)
      expect(await judge()).toEqual([])
      await app.db.orm.delete(app.db.tables.withdrawnReviews)
      expect(await judge()).toContain('review-not-in-log')
    })
  })
})
