import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Database } from '../../../db/database.ts'
import {
  countMatchGroups,
  matchOrders,
  selectMatchesById,
  selectMatchIds,
  selectMatchNetworks,
} from '../../../db/queries/match-list.ts'
import { saveMatch } from '../../../db/queries/matches.ts'
import { saveRepositories } from '../../../db/queries/repositories.ts'
import { insertWork } from '../../../db/queries/works.ts'
import { eachDialect } from '../each-dialect.ts'

const at = new Date('2026-06-10T09:00:00Z')
const strengths = ['strong', 'weak', 'none'] as const
const availabilities = ['available', 'disabled', 'unknown'] as const

/** 40 repositories in four networks, of every strength and availability. */
async function fill(db: Database): Promise<number> {
  return await db.tx(async (tx) => {
    const work = await insertWork(tx, {
      slug: 'w',
      title: 'W',
      owner: 'O',
      fingerprintsOnly: false,
      createdAt: at,
    })
    const numbers = Array.from({ length: 40 }, (_, n) => n)
    await saveRepositories(
      tx,
      numbers.map((n) => ({
        id: 100 + n,
        owner: n === 7 ? '100%_Sure' : `Owner-${n}`,
        name: `copy-${n % 4}`,
        fork: n >= 4,
        parentId: n >= 4 ? 100 + (n % 4) : null,
        networkRootId: 100 + (n % 4),
        stars: n % 5 === 0 ? null : (n * 7) % 11,
        availability: availabilities[n % 3]!,
      })),
      at,
    )
    for (const n of numbers) {
      await saveMatch(
        tx,
        {
          workId: work.id,
          repositoryId: 100 + n,
          scanId: null,
          class: 'exact',
          strength: strengths[n % 3]!,
          originalsFound: 1,
          ofWork: ((n * 13) % 40) / 40,
          ofRepository: 1,
          entireRepository: true,
          official: n === 0,
          license: null,
          reason: '',
          refs: [],
          files: [],
        },
        new Date(at.getTime() + n),
      )
    }
    return work.id
  })
}

eachDialect((open) => {
  it('every order holds each match of the filter once, and rows come in the order asked for', async () => {
    const db = await open()
    const workId = await fill(db)
    const all = await selectMatchIds(db, workId, {}, 'evidence')
    expect(all).toHaveLength(40)
    for (const order of matchOrders) {
      const ids = await selectMatchIds(db, workId, { strength: ['strong', 'weak'] }, order)
      const rows = await selectMatchesById(db, ids)
      expect(rows.map(({ match }) => match.id)).toEqual(ids)
      expect(new Set(ids).size).toBe(27)
      expect(rows.every(({ match }) => match.strength !== 'none')).toBe(true)
    }
  })

  it('orders by what they are called after', async () => {
    const db = await open()
    const workId = await fill(db)
    const rowsBy = async (order: (typeof matchOrders)[number]) =>
      await selectMatchesById(db, await selectMatchIds(db, workId, {}, order))

    const rank = (await rowsBy('evidence')).map(
      ({ match }) => strengths.indexOf(match.strength) - match.ofWork / 2,
    )
    expect(rank).toEqual([...rank].sort((a, b) => a - b))
    const stars = (await rowsBy('stars')).map(({ repository }) => repository.stars ?? -1)
    expect(stars, 'the unknown last').toEqual([...stars].sort((a, b) => b - a))
    const networks = (await rowsBy('network')).map(({ repository }) => repository.networkRootId)
    expect(networks).toEqual([...networks].sort((a, b) => a! - b!))
    const roots = (await rowsBy('network')).filter((_, i) => i % 10 === 0)
    expect(roots.every(({ repository }) => !repository.fork)).toBe(true)
  })

  it('a name is looked for as typed, in the repository, its parent and its root', async () => {
    const db = await open()
    const workId = await fill(db)
    const named = async (name: string) => (await selectMatchIds(db, workId, { name }, 'name')).length
    expect(await named('OWNER-13')).toBe(1)
    expect(await named('owner-3/')).toBe(10)
    expect(await named('100%_')).toBe(1)
    expect(await named('%')).toBe(1)
    expect(await named('\\')).toBe(0)
    expect((await selectMatchIds(db, workId, { network: 102 }, 'name')).length).toBe(10)
  })

  it('no text that is looked for breaks the question or changes what is there', async () => {
    const db = await open()
    const workId = await fill(db)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (name) => {
        const clean = name.replaceAll('\0', '')
        const ids = await selectMatchIds(db, workId, { name: clean }, 'evidence')
        expect(ids.length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 40 },
    )
  })

  it('networks hold each match of the filter once, and count what stands behind them', async () => {
    const db = await open()
    const workId = await fill(db)
    const networks = await selectMatchNetworks(db, workId, {})
    expect(networks.map(({ root, matches }) => [root, matches])).toEqual(
      [100, 101, 102, 103].map((root) => [root, 10]),
    )
    for (const { root, matches, strong, weak, undecided, infringing, standing } of networks) {
      const all = await selectMatchIds(db, workId, { network: root }, 'name')
      expect(all).toHaveLength(matches)
      const rows = await selectMatchesById(db, all)
      const having = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length
      expect({ strong, weak, undecided, infringing, standing }).toEqual({
        strong: having(({ match }) => match.strength === 'strong'),
        weak: having(({ match }) => match.strength === 'weak'),
        undecided: having(({ match }) => match.decision === null && !match.official),
        infringing: 0,
        standing: having(({ repository }) => repository.availability !== 'disabled'),
      })
    }
    const strong = await selectMatchNetworks(db, workId, { strength: ['strong'], network: 101 })
    expect(strong).toMatchObject([{ root: 101, matches: strong[0]!.strong, weak: 0 }])
  })

  it('groups add up to all matches', async () => {
    const db = await open()
    const workId = await fill(db)
    const groups = await countMatchGroups(db, workId)
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(40)
    expect(groups.filter(({ official }) => official)).toEqual([
      {
        strength: 'strong',
        decision: null,
        official: true,
        availability: 'available',
        named: false,
        sent: false,
        count: 1,
      },
    ])
  })

  it('the mark changes with each commit, of whatever connection, and only then', async () => {
    const db = await open()
    const workId = await fill(db)
    const first = await db.readMark()
    await selectMatchIds(db, workId, {}, 'evidence')
    expect(await db.readMark()).toBe(first)
    await db.tx((tx) => saveRepositories(tx, [{ id: 1, owner: 'a', name: 'b', fork: false }], at))
    expect(await db.readMark()).not.toBe(first)
  })
})
