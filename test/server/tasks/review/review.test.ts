import { describe, expect, it } from 'vitest'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { drawReviewSample } from '../../../../server/tasks/review/draw-review-sample.ts'
import { listReviewQueue } from '../../../../server/tasks/review/list-review-queue.ts'
import { showNextReview } from '../../../../server/tasks/review/show-next.ts'
import { decide, leak, scan, withFoundCopies } from './review-story.ts'

describe('the review queue', () => {
  it('shows each content once, what reaches furthest first, and never the official root', async () => {
    await withFoundCopies(async (app) => {
      const { queue, counsel } = await listReviewQueue(app, 'orbit')

      expect(queue[0]?.repository).toBe('trent/dump')
      expect(queue.map(({ repository, identical }) => [repository, ...identical])).toContainEqual([
        'eve/sdk',
        'mal/sdk',
        'sam/sdk',
      ])
      const all = queue.flatMap(({ repository, identical }) => [repository, ...identical]).sort()
      expect(all).toEqual([
        'eve/again',
        'eve/sdk',
        'kim/sdk',
        'mal/sdk',
        'sam/sdk',
        'trent/dump',
        'zed/again',
      ])
      expect(counsel).toEqual([])
      expect(queue.find(({ repository }) => repository === 'kim/sdk')?.reach.distance).toBe(2)
    })
  })

  it('shows what was decided before about the same owner and about the same files', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/again', 'trent/dump'], reason: 'a plain re-upload' })

      const { next, waiting } = await showNextReview(app, 'orbit')

      expect(next?.repository).toBe('eve/sdk')
      expect(next?.match.files.length).toBeGreaterThan(0)
      expect(next?.earlier.owner).toMatchObject([
        { repository: 'eve/again', decision: 'infringing', reason: 'a plain re-upload' },
      ])
      expect(next?.earlier.blobs).toMatchObject([
        { repository: 'trent/dump', blobs: 4 },
        { repository: 'eve/again', blobs: 3 },
      ])
      expect(waiting).toBeGreaterThan(1)
    })
  })
})

describe('a decision for identical ones', () => {
  it('takes in exactly those with the same trees and evidence, and counts them as such', async () => {
    await withFoundCopies(async (app, github) => {
      const result = await decide(app, { repositories: [], sameAs: 'eve/sdk' })

      expect(result).toMatchObject({
        reviewed: 3,
        named: 1,
        identical: 2,
        repositories: ['eve/sdk', 'mal/sdk', 'sam/sdk'],
      })
      const decisions = new Map((await listMatches(app, 'orbit', {})).map((m) => [m.repository, m.decision]))
      // Two branches with one tree are one content; kim's has more, trent's holds nothing else, eve's other one less.
      expect(decisions.get('kim/sdk')).toBeNull()
      expect(decisions.get('trent/dump')).toBeNull()
      expect(decisions.get('eve/again')).toBeNull()
      expect(github.violations).toEqual([])
    })
  })

  it('takes in none that is alike in every figure and holds another content', async () => {
    await withFoundCopies(async (app) => {
      const figures = (await listMatches(app, 'orbit', {})).filter(({ repository }) =>
        /again/.test(repository),
      )
      const [one, two] = figures.map(({ ofWork, ofRepository, originalsFound, class: matchClass }) => ({
        ofWork,
        ofRepository,
        originalsFound,
        matchClass,
      }))
      expect(one).toEqual(two)
      expect(await decide(app, { repositories: [], sameAs: 'eve/again' })).toMatchObject({
        repositories: ['eve/again'],
        left: [],
      })
    })
  })

  it('leaves alone what a person decided', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['mal/sdk'], decision: 'authorized', reason: 'our contractor' })

      expect(await decide(app, { repositories: [], sameAs: 'eve/sdk' })).toMatchObject({
        repositories: ['eve/sdk', 'sam/sdk'],
        left: ['mal/sdk'],
      })
      expect((await listMatches(app, 'orbit', { decision: 'authorized' })).map((m) => m.repository)).toEqual([
        'mal/sdk',
      ])
    })
  })
})

describe('a decision that no copy is wrong', () => {
  it('stands after a rescan finds more, which is shown; a person may change it, and is told', async () => {
    await withFoundCopies(async (app, github) => {
      await decide(app, { repositories: ['eve/again'], decision: 'not-ours', reason: 'an old sample' })
      github.world.push('eve/again', { files: { 'src/module-9.ts': Object.values(leak)[0]! } })
      await scan(app)

      expect(await listReviewQueue(app, 'orbit')).toMatchObject({
        newEvidence: [{ repository: 'eve/again', decision: 'not-ours', reason: 'an old sample' }],
      })
      expect((await decide(app, { repositories: ['eve/again'] })).changed).toMatchObject([
        { repository: 'eve/again', from: 'not-ours', reason: 'an old sample' },
      ])
    })
  })
})

describe('a second look', () => {
  it('is drawn by a seed, needs somebody else, and measures disagreement', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk', 'mal/sdk', 'trent/dump', 'eve/again'] })
      const drawn = await drawReviewSample(app, { work: 'orbit', size: 2, seed: 'a' })
      expect(drawn).toMatchObject({ population: 4, size: 2, disagreement: { looked: 0, rate: null } })
      const again = await drawReviewSample(app, { work: 'orbit', size: 2, seed: 'a' })
      expect(again.repositories).toEqual(drawn.repositories)

      const [one, two] = drawn.repositories.map(({ repository }) => repository)
      await expect(
        decide(app, { repositories: [one!], kind: 'second', reviewer: ' ada  DIAZ' }),
      ).rejects.toMatchObject({ code: 'REVIEW_SECOND' })
      await decide(app, { repositories: [one!], kind: 'second', reviewer: 'Bo Lee' })
      await decide(app, {
        repositories: [two!],
        kind: 'second',
        reviewer: 'Bo Lee',
        decision: 'fair-use',
        reason: 'a lecture about it',
      })

      const { disagreement } = await drawReviewSample(app, { work: 'orbit', size: 2, seed: 'b' })
      expect(disagreement).toMatchObject({ looked: 2, disagreeing: 1, rate: 0.5 })
      const decisions = new Map((await listMatches(app, 'orbit', {})).map((m) => [m.repository, m.decision]))
      expect([decisions.get(one!), decisions.get(two!)]).toEqual(['infringing', 'fair-use'])
    })
  })
})

describe('counsel', () => {
  it('decides only what somebody else referred', async () => {
    await withFoundCopies(async (app) => {
      const counsel = { repositories: ['kim/sdk'], kind: 'counsel' as const, reviewer: 'Cy Ross' }
      await expect(decide(app, counsel)).rejects.toMatchObject({ code: 'REVIEW_COUNSEL' })
      await decide(app, {
        repositories: ['kim/sdk'],
        decision: 'needs-counsel',
        reason: 'half of it is theirs',
      })
      expect((await listReviewQueue(app, 'orbit')).counsel.map(({ repository }) => repository)).toEqual([
        'kim/sdk',
      ])
      await expect(decide(app, { ...counsel, reviewer: 'Ada Diaz' })).rejects.toMatchObject({
        code: 'REVIEW_COUNSEL',
      })
      await decide(app, counsel)
      expect((await listReviewQueue(app, 'orbit')).counsel).toEqual([])
    })
  })

  it('is needed for a port, which no other decision makes infringing', async () => {
    await withFoundCopies(async (app) => {
      const { matches } = app.db.tables
      await app.db.orm.update(matches).set({ class: 'port', strength: 'weak' })
      await expect(decide(app, { repositories: ['kim/sdk'] })).rejects.toMatchObject({ code: 'REVIEW_PORT' })
      await decide(app, { repositories: ['kim/sdk'], decision: 'needs-counsel', reason: 'a port' })
      await decide(app, { repositories: ['kim/sdk'], kind: 'counsel', reviewer: 'Cy Ross' })
      expect((await listMatches(app, 'orbit', { decision: 'infringing' })).map((m) => m.repository)).toEqual([
        'kim/sdk',
      ])
    })
  })
})
