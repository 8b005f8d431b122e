import { expect, it } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { findRepositories, saveRepositories } from '../../../db/queries/repositories.ts'
import {
  addSteps,
  countOutcomes,
  countUnanswered,
  findListedNetwork,
  insertScan,
  listNetworkSteps,
  nextSteps,
  updateStep,
} from '../../../db/queries/scans.ts'
import { insertWork } from '../../../db/queries/works.ts'
import { eachDialect } from '../each-dialect.ts'

const at = new Date('2026-06-10T09:00:00Z')

async function openScan(db: Database) {
  return await db.tx(async (tx) => {
    const work = await insertWork(tx, {
      slug: 'w',
      title: 'W',
      owner: 'O',
      fingerprintsOnly: false,
      createdAt: at,
    })
    return await insertScan(tx, { workId: work.id, options: {}, startedAt: at })
  })
}

eachDialect((open) => {
  it('a step that waits learns what a later listing knows, and one that knows its heads keeps them', async () => {
    const db = await open()
    const { id } = await openScan(db)
    const step = (key: string, result?: unknown) => ({
      kind: 'repository' as const,
      key,
      position: 0,
      result,
    })
    await db.tx((tx) => addSteps(tx, id, [step('1'), step('2', { heads: ['old'] })]))
    await db.tx((tx) => addSteps(tx, id, [step('1', { heads: ['new'] }), step('2', { heads: ['new'] })]))
    await db.tx((tx) => addSteps(tx, id, [step('1'), step('3')]))

    const steps = await nextSteps(db, id, 'repository', 10)
    expect(steps.map(({ key, result }) => [key, result])).toEqual([
      ['1', { heads: ['new'] }],
      ['2', { heads: ['old'] }],
      ['3', null],
    ])
  })

  it('outcomes are counted by network, and a repository that was named and listed counts once', async () => {
    const db = await open()
    const { id, workId } = await openScan(db)
    const done = (key: string, repositoryId: number, outcome: string) => ({
      kind: 'repository' as const,
      key,
      position: 0,
      status: 'done' as const,
      result: { repositoryId, networkRootId: 7, outcome, heads: [] },
    })
    await db.tx((tx) =>
      addSteps(tx, id, [
        done('1', 1, 'strong'),
        done('ada/sdk', 1, 'strong'),
        done('2', 2, 'untouched'),
        { kind: 'repository', key: '3', position: 0, result: { heads: null, networkRootId: 7 } },
        { kind: 'network', key: 'o/r', position: 0, result: { rootId: 7 } },
      ]),
    )

    const outcomes = await countOutcomes(db, id)
    expect(outcomes.sort((a, b) => (a.outcome! < b.outcome! ? -1 : 1))).toEqual([
      { outcome: 'strong', networkRootId: '7', n: 1 },
      { outcome: 'untouched', networkRootId: '7', n: 1 },
    ])
    expect((await listNetworkSteps(db, id, 7)).map(({ key }) => key)).toEqual(['1', 'ada/sdk', '2', '3'])
    expect(await countUnanswered(db, id)).toMatchObject([
      { kind: 'repository', n: 1, key: '3' },
      { kind: 'network', n: 1, key: 'o/r' },
    ])
    expect(await findListedNetwork(db, workId, 7)).toBeUndefined()
    const [network] = await nextSteps(db, id, 'network', 1)
    await db.tx((tx) => updateStep(tx, network!.id, { status: 'done' }))
    expect(await findListedNetwork(db, workId, 7)).toMatchObject({ scanId: id, result: { rootId: 7 } })
    expect(await findListedNetwork(db, workId, 8)).toBeUndefined()
  })

  it('repositories are kept together: what a look did not show stays, and only new names are names', async () => {
    const db = await open()
    const base = { owner: 'ada', name: 'sdk', fork: true }
    await db.tx((tx) =>
      saveRepositories(
        tx,
        [
          { id: 1, ...base, stars: 5, license: 'MIT' },
          { id: 2, ...base, owner: 'bob' },
        ],
        at,
      ),
    )
    const later = new Date(at.getTime() + 1000)
    await db.tx((tx) =>
      saveRepositories(
        tx,
        [
          { id: 1, ...base, stars: 6 },
          { id: 2, ...base, owner: 'rob', license: null },
        ],
        later,
      ),
    )
    const rows = await findRepositories(db, [1, 2])
    expect(rows.get(1)).toMatchObject({ stars: 6, license: 'MIT', firstSeenAt: at, lastSeenAt: later })
    expect(rows.get(2)).toMatchObject({ owner: 'rob', firstSeenAt: at, lastSeenAt: later })
    const { repositoryNames } = db.tables
    const names = await db.orm.select().from(repositoryNames)
    expect(names.map(({ owner }) => owner).sort()).toEqual(['ada', 'bob', 'rob'])
  })
})
