import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { eachDialect } from '../each-dialect.ts'
import { addReviewedMatches } from '../reviewed-match.ts'

const at = new Date('2026-04-01T12:00:00.000Z')
const later = new Date('2026-04-02T12:00:00.000Z')
const signed = {
  status: 'signed',
  signedBy: 'Ada',
  signedAt: at,
  frozenHash: 'f'.repeat(64),
  frozenContentId: 'c',
} as const
const sent = { status: 'sent', sentAt: at, channel: 'form', sentContentId: 's' } as const
const refused = { code: 'RECORD_PROTECTED' }

/** Every column of a notice with a value it does not have. */
const changes = [
  ['id', 'orbit-2'],
  ['kind', 'revised'],
  ['parentRepositoryId', 7],
  ['document', { fields: ['other'] }],
  ['aboutNoticeId', 'orbit-1'],
  ['templateVersion', '2'],
  ['createdAt', later],
  ['draftedBy', 'Eve'],
  ['ownWords', { description: 'other' }],
  ['signedBy', 'Eve'],
  ['signedAt', later],
  ['frozenHash', 'e'.repeat(64)],
  ['frozenContentId', 'other'],
] as const

eachDialect((open) => {
  async function draft(): Promise<{ db: Database; change: (values: object) => Promise<unknown> }> {
    const db = await open()
    const { works, repositories, notices, noticeRepositories } = db.tables
    const [work] = await db.orm
      .insert(works)
      .values({ slug: 'orbit', title: 'Orbit', owner: 'Orbit Inc.', fingerprintsOnly: false, createdAt: at })
      .returning()
    const seen = { fork: false, firstSeenAt: at, lastSeenAt: at }
    await db.orm.insert(repositories).values({ id: 8, owner: 'trent', name: 'orbit', ...seen })
    await db.tx((tx) => addReviewedMatches(tx, work!.id, [{ id: 7, owner: 'mallory', name: 'orbit' }], at))
    await db.orm.insert(notices).values({
      id: 'orbit-1',
      workId: work!.id,
      kind: 'takedown',
      status: 'draft',
      document: { fields: [] },
      templateVersion: '1',
      createdAt: at,
    })
    await db.orm.insert(noticeRepositories).values({
      noticeId: 'orbit-1',
      repositoryId: 7,
      role: 'parent',
      url: 'https://github.com/mallory/orbit',
      files: [],
    })
    return { db, change: (values) => db.orm.update(notices).set(values).where(eq(notices.id, 'orbit-1')) }
  }

  test('a draft changes freely, and may be deleted', async () => {
    const { db, change } = await draft()
    for (const [column, value] of changes.filter(([name]) => name !== 'id')) await change({ [column]: value })
    await db.orm.update(db.tables.noticeRepositories).set({ url: 'https://github.com/mallory/renamed' })
    await change({ aboutNoticeId: null })
    await db.orm.delete(db.tables.notices)
    expect(await db.orm.$count(db.tables.noticeRepositories)).toBe(0)
  })

  test.each([
    ['signed', []],
    ['sent', [sent]],
    ['retracted', [sent, { status: 'retracted' }]],
  ])('once signed, and when %s, nothing that was signed changes', async (_, then) => {
    const { change } = await draft()
    for (const values of [signed, ...then]) await change(values)
    for (const [column, value] of changes) {
      await expect(change({ [column]: value }), column).rejects.toMatchObject(refused)
    }
  })

  test('once signed, what it names never changes, and it is not deleted', async () => {
    const { db, change } = await draft()
    const { notices, noticeRepositories } = db.tables
    await change(signed)
    const other = {
      noticeId: 'orbit-1',
      repositoryId: 8,
      role: 'fork' as const,
      url: 'https://github.com/trent/orbit',
      files: [],
    }
    await expect(db.orm.insert(noticeRepositories).values(other)).rejects.toMatchObject(refused)
    await expect(db.orm.update(noticeRepositories).set({ files: ['x'] })).rejects.toMatchObject(refused)
    await expect(db.orm.delete(noticeRepositories)).rejects.toMatchObject(refused)
    await expect(db.orm.delete(notices)).rejects.toMatchObject(refused)
    await expect(db.orm.delete(db.tables.works)).rejects.toThrow(/foreign key/i)
  })

  test('a status only goes forward', async () => {
    const { change } = await draft()
    await expect(change({ ...signed, status: 'sent' })).rejects.toMatchObject(refused)
    await expect(change({ status: 'signed' })).rejects.toThrow('notices_signed')
    await change(signed)
    await expect(change({ status: 'draft' })).rejects.toMatchObject(refused)
    await change(sent)
    await expect(change({ status: 'signed' })).rejects.toMatchObject(refused)
    await change({ status: 'retracted' })
    await expect(change({ status: 'sent' })).rejects.toMatchObject(refused)
  })

  test('a notice begins as a draft, also in the place of another', async () => {
    const { db, change } = await draft()
    const { notices } = db.tables
    await change(signed)
    const [notice] = await db.orm.select().from(notices)
    await expect(db.orm.insert(notices).values({ ...notice!, id: 'orbit-9' })).rejects.toMatchObject(refused)
    const again = { ...notice!, status: 'draft' as const }
    await expect(
      db.orm.insert(notices).values(again).onConflictDoUpdate({ target: notices.id, set: again }),
    ).rejects.toMatchObject(refused)
  })

  test('what was sent is recorded once; a ticket and the published address may come later', async () => {
    const { change } = await draft()
    await change(signed)
    await change(sent)
    await change({ ticket: '12345' })
    await change({ publishedUrl: 'https://github.com/github/dmca/blob/master/2026/04/x.md' })
    for (const values of [{ sentAt: later }, { channel: 'email' }, { sentContentId: 'x' }, { ticket: '6' }]) {
      await expect(change(values)).rejects.toMatchObject(refused)
    }
  })

  test('a review is never changed', async () => {
    const { db } = await draft()
    await expect(db.orm.update(db.tables.reviews).set({ decision: 'authorized' })).rejects.toMatchObject(
      refused,
    )
  })

  test('a decision that was taken back counts for nothing, and the one before it counts again', async () => {
    const { db, change } = await draft()
    const { reviews, withdrawnReviews } = db.tables
    const later = { matchId: 1, reviewer: 'B', reason: 'r', evidenceHash: 'h', at }
    const [own] = await db.orm.select().from(reviews)
    const [other] = await db.orm
      .insert(reviews)
      .values({ ...later, decision: 'fair-use' })
      .returning()
    await db.orm.insert(withdrawnReviews).values({ reviewId: own!.id, by: 'B', at })
    await expect(change(signed)).rejects.toMatchObject(refused)
    await db.orm.delete(withdrawnReviews)
    await db.orm.insert(withdrawnReviews).values({ reviewId: other!.id, by: 'B', at })
    await expect(db.orm.update(withdrawnReviews).set({ by: 'A' })).rejects.toMatchObject(refused)
    await change(signed)
    await expect(
      db.orm.insert(withdrawnReviews).values({ reviewId: own!.id, by: 'B', at }),
      'below a signed notice',
    ).rejects.toMatchObject(refused)
  })

  test.each([
    ['official', { official: true }],
    ['a port', { class: 'port' }],
    ['without likeness', { strength: 'none' }],
    ['of no class', { class: 'none' }],
  ] as const)('nobody signs over a repository that is %s', async (_, values) => {
    const { db, change } = await draft()
    await db.orm.update(db.tables.matches).set(values)
    await expect(change(signed)).rejects.toMatchObject(refused)
  })

  test('nobody signs over a repository without review, evidence, or with a later decision', async () => {
    const later = { matchId: 1, reviewer: 'B', reason: 'r', evidenceHash: 'h', at }
    for (const spoil of [
      (db: Database) => db.orm.delete(db.tables.reviews),
      (db: Database) => db.orm.delete(db.tables.matchFiles),
      (db: Database) => db.orm.update(db.tables.matchFiles).set({ strength: 'weak' }),
      (db: Database) => db.orm.delete(db.tables.matches),
      (db: Database) => db.orm.insert(db.tables.reviews).values({ ...later, decision: 'fair-use' }),
      (db: Database) => db.orm.insert(db.tables.reviews).values({ ...later, decision: 'infringing' }),
      (db: Database) =>
        db.orm.insert(db.tables.noticeRepositories).values({
          noticeId: 'orbit-1',
          repositoryId: 8,
          role: 'fork',
          url: 'https://github.com/trent/orbit',
          files: [],
        }),
    ]) {
      const { db, change } = await draft()
      await spoil(db)
      await expect(change(signed), spoil.toString()).rejects.toMatchObject(refused)
    }
  })

  test.each(['materials', 'otherMaterial'])(
    'nobody signs a document whose %s were not reviewed as infringing over the evidence of today',
    async (field) => {
      const url = 'https://www.npmjs.com/package/orbit'
      const decided = {
        decision: 'infringing',
        reviewer: 'B',
        reason: 'r',
        fairUse: 'f',
        reviewedAt: at,
      } as const
      const good = { class: 'exact', strength: 'strong', reviewedHash: 'h', ...decided } as const
      const document = { [field]: [{ url }] }
      for (const [spoilt, values] of Object.entries({
        unknown: { url: 'https://www.npmjs.com/package/other' },
        'not strong': { strength: 'weak' },
        'a port': { class: 'port' },
        'without a word on fair use': { fairUse: ' ' },
        'decided otherwise': { decision: 'fair-use' },
        'decided over other evidence': { reviewedHash: 'before' },
        good: {},
      } as const)) {
        const { db, change } = await draft()
        await db.orm.insert(db.tables.materials).values({
          workId: 1,
          kind: 'npm',
          url,
          entire: true,
          files: [],
          evidenceHash: 'h',
          seenAt: at,
          ...good,
          ...values,
        })
        if (spoilt === 'good') await change({ ...signed, document })
        else await expect(change({ ...signed, document }), spoilt).rejects.toMatchObject(refused)
      }
    },
  )

  test('of two drafts about one repository only one is signed as the first notice about it', async () => {
    const { db, change } = await draft()
    const { notices, noticeRepositories } = db.tables
    const [first] = await db.orm.select().from(notices)
    const [named] = await db.orm.select().from(noticeRepositories)
    for (const [id, kind] of [
      ['orbit-2', 'takedown'],
      ['orbit-3', 'revised'],
      ['orbit-4', 'preservation'],
    ] as const) {
      await db.orm.insert(notices).values({ ...first!, id, kind })
      await db.orm.insert(noticeRepositories).values({ ...named!, noticeId: id })
    }
    const sign = (id: string) => db.orm.update(notices).set(signed).where(eq(notices.id, id))
    await sign('orbit-4')
    await change(signed)
    await expect(sign('orbit-2')).rejects.toMatchObject(refused)
    await sign('orbit-3')
    await change({ status: 'retracted' })
    await db.orm.update(notices).set({ status: 'retracted' }).where(eq(notices.id, 'orbit-3'))
    await sign('orbit-2')
  })

  test.each(['repositories', 'forks', 'remaining'])(
    'nobody signs a document whose %s are not those that were reviewed',
    async (field) => {
      const { change } = await draft()
      for (const id of [8, null, 'seven']) {
        const document = { [field]: [{ id: 7 }, { id }] }
        await expect(change({ ...signed, document }), String(id)).rejects.toThrow()
      }
      await change({ ...signed, document: { [field]: [{ id: 7 }] } })
    },
  )
})
