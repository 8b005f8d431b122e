import { describe, expect, it } from 'vitest'
import { saveJudgedBlobs } from '../../../../db/queries/judgements.ts'
import { findWorkIndex } from '../../../../db/queries/work-indexes.ts'
import { gitBlobId } from '../../../../server/core/fingerprint/git-blob-id.ts'
import { requireWork } from '../../../../server/tasks/find-work.ts'
import { judgedAs } from '../../../../server/tasks/scan/judge-blobs.ts'
import type { RepositoryDefinition } from '../../../practice-github/world/definition.ts'
import type { LargeNetwork } from '../../../practice-github/worlds/network-of.ts'
import { leak, officialFiles, withNetwork } from './network-story.ts'

const official = 'official-org/toolkit'
const notice = 'https://github.com/github/dmca/blob/master/2026/04/2026-04-01-orbit.md'

/** The forks of a network, each in a state of its own. */
function networkOf(
  forks: (Partial<RepositoryDefinition> & { owner: string })[],
  copies: string[],
): LargeNetwork {
  const createdAt = (day: number) =>
    new Date(Date.parse('2026-03-01T00:00:00Z') + day * 86_400_000).toISOString()
  const world = {
    startsAt: '2026-04-02T00:00:00Z',
    repositories: [
      { owner: 'official-org', name: 'toolkit', files: officialFiles, createdAt: '2024-01-01T00:00:00Z' },
      ...forks.map((fork, day) => ({
        name: 'toolkit',
        forkOf: official,
        createdAt: createdAt(day),
        ...fork,
      })),
    ],
  }
  return { world, official, leak: 'leaker/toolkit', copies, withdrawn: [], clean: [] }
}

const leaker = { owner: 'leaker', files: leak }

describe('a fork', () => {
  it('that is empty, blocked, archived, moved or deep in the network ends as what it is', async () => {
    const network = networkOf(
      [
        leaker,
        { owner: 'empty', branches: { main: null } },
        { owner: 'disabled', forkOf: 'leaker/toolkit', block: { reason: 'dmca', noticeUrl: notice } },
        { owner: 'blocked', forkOf: 'leaker/toolkit', block: { reason: 'tos' } },
        { owner: 'archived', forkOf: 'leaker/toolkit', archived: true },
        {
          owner: 'moved',
          forkOf: 'leaker/toolkit',
          defaultBranch: 'trunk',
          branches: { trunk: 'main', main: { from: `${official}:main` } },
        },
        { owner: 'deep', forkOf: 'archived/toolkit' },
        { owner: 'deeper', forkOf: 'deep/toolkit', files: { 'own.md': 'Mine.\n' } },
      ],
      ['leaker/toolkit', 'archived/toolkit', 'moved/toolkit', 'deep/toolkit', 'deeper/toolkit'],
    )
    for (const graphqlDisabled of ['object', 'null'] as const) {
      await withNetwork({ network, limits: { graphqlDisabled } }, async ({ scan, found }) => {
        const report = await scan()
        expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
        expect((await found()).strong).toEqual([...network.copies].sort())
        const { unavailable, couldNotTell } = report.coverage.repositories
        // Where GraphQL leaves disabled repositories out of its lists, nobody is told of them.
        expect({ unavailable, couldNotTell }).toEqual({
          unavailable: graphqlDisabled === 'object' ? 2 : 0,
          couldNotTell: 0,
        })
      })
    }
  })

  it('whose trees GitHub cuts short is read folder by folder, to the last one', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`deep/folder-${i}/inner/file.md`, `Note ${i}.\n`]),
    )
    const network = networkOf(
      [leaker, { owner: 'large', files: { ...many, ...leak } }],
      ['large/toolkit', 'leaker/toolkit'],
    )
    await withNetwork({ network, limits: { treeEntries: 35 } }, async ({ scan, found }) => {
      expect((await scan()).scan).toMatchObject({ status: 'complete', reasons: [] })
      expect((await found()).strong).toEqual(network.copies)
    })
  })

  it('whose copies also stand there, or elsewhere, under names that hide them is found all the same', async () => {
    const edited = Object.entries(leak).map(([path, text]) => [path, text.replace(/\n/, '\n// Ours now.\n')])
    const named = (ending: string) =>
      Object.fromEntries(edited.map(([path, text]) => [path!.replace(/ts$/, ending), text!]))
    const network = networkOf(
      [
        { owner: 'style', files: named('css') },
        { owner: 'twins', files: { ...named('ts'), ...named('zz.png') } },
      ],
      ['style/toolkit', 'twins/toolkit'],
    )
    await withNetwork({ network }, async ({ scan, found }) => {
      expect((await scan()).scan).toMatchObject({ status: 'complete', reasons: [] })
      expect((await found()).strong).toEqual(network.copies)
    })
  })

  it('is judged again where it was judged by other rules', async () => {
    const files = Object.fromEntries(
      Object.entries(leak).map(([path, text]) => [path, text.replace(/\n/, '\n// Ours now.\n')]),
    )
    const network = networkOf([{ owner: 'edited', files }], ['edited/toolkit'])
    await withNetwork({ network }, async ({ app, scan, found }) => {
      const { id: workId } = await requireWork(app.db, 'tk')
      const { indexId } = (await findWorkIndex(app.db, workId))!
      const innocent = { match: { class: 'none', strength: 'none', originals: [] }, contentId: null }
      const judged = Object.entries(files).map(([path, text]) => ({
        blob: judgedAs({ path, blob: gitBlobId(Buffer.from(text)) }),
        result: innocent,
      }))
      await app.db.tx((tx) => saveJudgedBlobs(tx, { workId, indexId }, judged))
      await scan()
      expect((await found()).strong).toEqual(network.copies)
    })
  })

  it('that is renamed, deleted or hidden after it was listed is followed, or said to be gone', async () => {
    const own = (n: number) => ({ ...leak, [`own-${n}.ts`]: `export const own = ${n}\n` })
    const network = networkOf(
      [
        leaker,
        { owner: 'renamed', files: own(1) },
        { owner: 'deleted', files: own(2) },
        { owner: 'hidden', files: own(3) },
      ],
      [],
    )
    await withNetwork({ network }, async ({ scan, found, github }) => {
      let listed = false
      let moved = false
      github.plan({
        kind: 'slow',
        when: ({ graphql = '' }) => {
          listed ||= graphql.includes('forks(first: $first')
          if (listed && !moved && graphql.includes('... on Tree')) {
            moved = true
            github.world.rename('renamed/toolkit', 'renamed/other')
            github.world.delete('deleted/toolkit')
            github.world.makePrivate('hidden/toolkit')
          }
          return false
        },
      })
      let report = await scan()
      const first = report.scan.reasons
      for (let again = 0; again < 3 && report.scan.status === 'incomplete'; again++) report = await scan()

      expect(report.scan, first.join('; ')).toMatchObject({ status: 'complete', reasons: [] })
      expect(report.coverage.repositories.unavailable).toBe(2)
      const { strong } = await found()
      expect(strong.filter((name) => !name.startsWith('renamed/'))).toEqual(['leaker/toolkit'])
      expect(strong.filter((name) => name.startsWith('renamed/'))).toHaveLength(1)
    })
  })
})

describe('a network', () => {
  const forks = [
    leaker,
    { owner: 'one', forkOf: 'leaker/toolkit' },
    { owner: 'two', forkOf: 'leaker/toolkit' },
    { owner: 'clean' },
  ]
  const copies = ['leaker/toolkit', 'one/toolkit', 'two/toolkit']

  it.each(['delete', 'makePrivate'] as const)(
    'whose root went (%s) is listed from where it went on',
    async (move) => {
      await withNetwork({ network: networkOf(forks, copies) }, async ({ scan, found, github }) => {
        await scan()
        expect((await found()).strong).toEqual(copies)
        github.advance(86_400_000)
        github.world[move](official)
        const heir = github.world.find('leaker/toolkit')
        github.world.fork('two/toolkit', 'late/toolkit')

        let report = await scan()
        for (let again = 0; again < 3 && report.scan.status === 'incomplete'; again++) report = await scan()

        expect(report.scan).toMatchObject({ status: 'complete' })
        expect(report.coverage.networks[0]?.listed).toBeGreaterThan(1)
        expect(heir.network.root.owner.login).toBe(report.coverage.networks[0]?.root.split('/')[0])
      })
    },
  )

  it('that is named and was never there is refused, and one that went before anything was listed is gone', async () => {
    await withNetwork({ network: networkOf(forks, copies) }, async ({ scan, github }) => {
      github.world.delete(official)
      await expect(scan()).rejects.toMatchObject({ code: 'REPOSITORY_UNKNOWN' })
    })
  })

  it.each(['object', 'null'] as const)(
    'whose root is disabled is listed where GraphQL shows it (%s), and could not be told where it does not',
    async (graphqlDisabled) => {
      await withNetwork(
        { network: networkOf(forks, copies), limits: { graphqlDisabled } },
        async ({ scan, found, github }) => {
          github.world.disable(official, notice)
          const report = await scan()
          if (graphqlDisabled === 'object') {
            expect(report.scan).toMatchObject({ status: 'complete' })
            expect((await found()).strong).toEqual(copies)
          } else {
            expect(report.scan.status).toBe('incomplete')
            expect(report.scan.reasons.join()).toContain('GitHub does not show its forks')
          }
        },
      )
    },
  )
})
