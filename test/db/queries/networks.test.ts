import { expect, it } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { countCopies, selectFinds } from '../../../db/queries/copies.ts'
import {
  listListedNetworks,
  listRootsWithMatches,
  selectNetworkRows,
  selectStepOutcomes,
} from '../../../db/queries/networks.ts'
import { updateRepository } from '../../../db/queries/repositories.ts'
import { countRequestsOfWork, insertRequest } from '../../../db/queries/requests.ts'
import { listLookedAtTwice } from '../../../db/queries/reviews.ts'
import { insertWork } from '../../../db/queries/works.ts'
import { rootId, seedForkNetwork } from '../../server/http/seed/fork-network.ts'
import { eachDialect } from '../each-dialect.ts'

const at = new Date('2026-06-10T09:00:00Z')

async function fill(db: Database, size: number): Promise<number> {
  const { id } = await db.tx((tx) =>
    insertWork(tx, { slug: 'w', title: 'W', owner: 'O', fingerprintsOnly: false, createdAt: at }),
  )
  await seedForkNetwork({ db, clock: () => at }, size, 'w')
  return id
}

eachDialect((open) => {
  it('a network is read whole, the oldest first, with what the matches and the steps say', async () => {
    const db = await open()
    const workId = await fill(db, 100)
    expect(await listRootsWithMatches(db, workId)).toEqual([rootId])
    const rows = await selectNetworkRows(db, workId, [rootId])
    expect(rows).toHaveLength(100)
    const created = rows.map(({ githubCreatedAt }) => githubCreatedAt!.getTime())
    expect(created).toEqual([...created].sort((a, b) => a - b))
    expect(rows.filter(({ strength }) => strength === 'strong').map(({ id }) => id - rootId)).toEqual(
      expect.arrayContaining([3, 9, 86, 92]),
    )

    const [listed] = await listListedNetworks(db, workId)
    expect(listed?.result).toMatchObject({ rootId, networkCount: 101 })
    const outcomes = await selectStepOutcomes(db, listed!.scanId, rootId)
    expect(outcomes.get(rootId + 1)).toBe('untouched')
    expect(outcomes.get(rootId + 3)).toBe('strong')
    // It waits: that is no outcome.
    expect(outcomes.has(rootId + 6)).toBe(false)
    expect(await selectStepOutcomes(db, listed!.scanId)).toEqual(outcomes)
    expect(await selectStepOutcomes(db, listed!.scanId, rootId + 1)).toEqual(new Map())
  })

  it('copies are counted by how they stand, and requests by bucket', async () => {
    const db = await open()
    const workId = await fill(db, 100)
    await db.tx((tx) => updateRepository(tx, rootId + 3, { filesLeft: 0 }))
    const copies = await countCopies(db, workId)
    const sum = (holds: (group: (typeof copies)[number]) => boolean) =>
      copies.reduce((all, group) => all + (holds(group) ? group.count : 0), 0)
    expect(sum(({ strength }) => strength === 'strong')).toBe(4)
    expect(sum(({ strength }) => strength === 'weak')).toBe(2)
    expect(sum(({ emptied }) => emptied)).toBe(1)
    expect(sum(({ availability }) => availability === 'disabled')).toBe(2)
    const finds = await selectFinds(db, workId)
    expect(finds).toHaveLength(6)
    expect(finds.every(({ foundAt }) => foundAt.getTime() === at.getTime())).toBe(true)
    expect(await listLookedAtTwice(db, workId)).toEqual([])

    const [listed] = await listListedNetworks(db, workId)
    for (const notModified of [false, true]) {
      await insertRequest(db, {
        scanId: listed!.scanId,
        purpose: 'test',
        bucket: 'core',
        method: 'GET',
        path: '/',
        status: 200,
        notModified,
        cost: 1,
        at,
      })
    }
    expect(await countRequestsOfWork(db, workId)).toMatchObject({
      all: 2,
      core: 2,
      graphql: 0,
      notModified: 1,
    })
  })
})
