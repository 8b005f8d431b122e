import { expect, it } from 'vitest'
import {
  findBulkReview,
  insertBulkReview,
  listBulkReviews,
  listDecidedInBulk,
  listLookedAt,
} from '../../../db/queries/bulk-reviews.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import {
  insertReview,
  listEveryReviewOf,
  listReviewsOf,
  withdrawReview,
} from '../../../db/queries/reviews.ts'
import { insertSavedView, listSavedViews, renameSavedView } from '../../../db/queries/saved-views.ts'
import { insertWork } from '../../../db/queries/works.ts'
import { eachDialect } from '../each-dialect.ts'
import { addReviewedMatches } from '../reviewed-match.ts'

const at = new Date('2026-06-10T09:00:00.000Z')
const work = { slug: 'w', title: 'W', owner: 'O', fingerprintsOnly: false, createdAt: at }

eachDialect((open) => {
  it('what was decided in bulk is found, counted, and taken back one by one', async () => {
    const db = await open()
    const ids = await db.tx(async (tx) => {
      const { id: workId } = await insertWork(tx, work)
      await addReviewedMatches(
        tx,
        workId,
        [7, 8].map((id) => ({ id, owner: 'eve', name: `copy-${id}` })),
        at,
      )
      const by = { reviewer: 'Bo', by: 'bo', list: null, at }
      const { id: bulkId } = await insertBulkReview(tx, { workId, decision: 'not-ours', ...by })
      const matches = await findMatches(tx, workId, [7, 8])
      for (const match of matches.values()) {
        const review = { matchId: match.id, decision: 'not-ours', reviewer: 'Bo', reason: 'r' } as const
        await insertReview(tx, { ...review, evidenceHash: 'h', at, bulkId }, 'not-ours')
      }
      return { workId, bulkId }
    })
    const decided = await listDecidedInBulk(db, ids.bulkId)
    expect(decided.map(({ repository }) => repository.id).sort()).toEqual([7, 8])
    expect((await listLookedAt(db, ids.workId)).length, 'those of one look each').toBe(2)
    expect(await findBulkReview(db, ids.workId + 1, ids.bulkId), 'another work’s').toBeUndefined()

    const { match, review } = decided[0]!
    const withdrawal = { id: review.id, matchId: match.id, by: 'bo', at }
    await db.tx((tx) => withdrawReview(tx, withdrawal, 'infringing'))

    expect(await listBulkReviews(db, ids.workId, 5)).toMatchObject([{ decided: 2, takenBack: 1 }])
    const every = (await listEveryReviewOf(db, [match.id])).get(match.id)!
    expect(every.map(({ takenBack }) => takenBack)).toEqual([null, { by: 'bo', at }])
    const standing = (await listReviewsOf(db, [match.id])).get(match.id)!
    expect(standing.map(({ decision }) => decision)).toEqual(['infringing'])
    expect((await findMatches(db, ids.workId, [match.repositoryId])).get(match.repositoryId)?.decision).toBe(
      'infringing',
    )
    await expect(
      db.tx((tx) => withdrawReview(tx, withdrawal, null)),
      'once',
    ).rejects.toThrow()
  })

  it('views are one’s own and everybody’s, by name', async () => {
    const db = await open()
    const workId = await db.tx(async (tx) => {
      const { id } = await insertWork(tx, work)
      const [ada, bo] = await tx.orm
        .insert(tx.tables.users)
        .values(
          ['ada', 'bo'].map((name) => ({
            name,
            fullName: name,
            roles: [],
            passwordHash: 'x',
            createdAt: at,
          })),
        )
        .returning()
      const view = { workId: id, query: 'q=x', createdBy: 'x', createdAt: at }
      await insertSavedView(tx, { ...view, userId: ada!.id, name: 'b of ada' })
      await insertSavedView(tx, { ...view, userId: bo!.id, name: 'of bo' })
      const shared = await insertSavedView(tx, { ...view, userId: null, name: 'c of all' })
      await renameSavedView(tx, shared.id, 'A of all')
      return { id, ada: ada!.id }
    })
    const names = async (user: number | null) =>
      (await listSavedViews(db, workId.id, user)).map(({ name }) => name)
    expect(await names(workId.ada)).toEqual(['A of all', 'b of ada'])
    expect(await names(null)).toEqual(['A of all'])
  })
})
