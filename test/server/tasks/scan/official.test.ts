import { describe, expect, it } from 'vitest'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { leak, smallNetwork, withNetwork } from './network-story.ts'

/** A file of the work came out long ago under a tag, another on a branch that was never the default one. */
const parts = Object.entries(leak)
const tagged = Object.fromEntries(parts.slice(0, 1))
const branched = Object.fromEntries(parts.slice(1, 2))

const input = { work: 'tk', probes: 0, networks: [], tipsFile: null, resume: false }

function networkWithOldReleases() {
  const network = smallNetwork(40)
  const [official, ...others] = network.world.repositories
  network.world.repositories = [
    { ...official!, tags: { v1: { files: tagged } }, branches: { next: { files: branched } } },
    ...others,
  ]
  return network
}

describe('what an official repository publishes', () => {
  it('on any branch or tag accuses nobody, and is no part of what others are accused of', async () => {
    const network = networkWithOldReleases()
    await withNetwork({ network }, async ({ scan, found, github }) => {
      const { world } = github
      world.fork(network.official, 'old-release/toolkit', {
        branches: { main: { from: 'v1' } },
        tags: { v1: null },
      })
      world.fork(network.official, 'own-work/toolkit', { files: { ...branched, 'own.md': 'Mine.\n' } })

      const report = await scan()

      expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
      const { strong, whole } = await found()
      expect(strong).toEqual([...network.copies].sort())
      const leaker = (whole as { repository: string; originalsFound: number }[]).find(
        ({ repository }) => repository === network.leak,
      )
      expect(leaker?.originalsFound).toBe(parts.length - 2)
    })
  })

  it('costs what its tags changed, however many there are', async () => {
    const requestsWith = async (tags: number) => {
      const network = smallNetwork(20)
      const [official, ...others] = network.world.repositories
      const versions = Array.from({ length: tags }, (_, i) => [
        `v${i}`,
        { files: { 'src/area-0/part-0.ts': `export const version = ${i}\n` } },
      ])
      network.world.repositories = [{ ...official!, tags: Object.fromEntries(versions) }, ...others]
      let sent = 0
      await withNetwork({ network }, async ({ scan, found, github }) => {
        await scan()
        sent = github.requests.length
        expect((await found()).strong).toEqual([...network.copies].sort())
      })
      return sent
    }
    expect((await requestsWith(150)) - (await requestsWith(1))).toBeLessThan(25)
  })

  it('that cannot be read whole leaves everything could-not-tell: nothing is judged without it', async () => {
    const network = networkWithOldReleases()
    await withNetwork({ network }, async ({ scan, found, github }) => {
      github.plan({
        kind: 'server-error',
        when: ({ graphql = '', path }) => graphql.includes('... on Blob') || path.includes('/git/blobs/'),
        times: 10,
      })
      let report = await scan()
      expect(report.scan.status).toBe('incomplete')
      expect((await found()).whole).toEqual([])
      for (let again = 0; again < 5 && report.scan.status === 'incomplete'; again++) report = await scan()
      expect((await found()).strong).toEqual([...network.copies].sort())
    })
  })

  it('still accuses nobody once it is private: its forks stand, and the report says what is relied on', async () => {
    const network = networkWithOldReleases()
    await withNetwork({ network }, async ({ app, scan, found, github }) => {
      await scan()
      const before = (await found()).strong
      expect(before).toEqual([...network.copies].sort())
      // First looked at when the official repository is away: nothing that was kept about them speaks for them.
      const left = ['old-release/toolkit', 'own-work/toolkit']
      github.world.fork(network.official, left[0]!, {
        branches: { main: { from: 'v1' } },
        tags: { v1: null },
      })
      github.world.fork(network.official, left[1]!, { files: { ...branched, 'own.md': 'Mine.\n' } })
      github.world.makePrivate(network.official)

      for (const round of ['first', 'second']) {
        const report = await runScan(app, { ...input, repositories: left }, () => undefined)
        expect(report.scan.status, round).toBe('complete')
        expect(report.scan.reasons, round).toContainEqual(
          expect.stringMatching(/^official \S+ is gone: .+ last read, 2026-04-02T.+ still counts as public$/),
        )
        expect((await found()).strong, round).toEqual(before)
      }
    })
  })

  it('that is not there and was never read is told, with what to do', async () => {
    const network = networkWithOldReleases()
    await withNetwork({ network }, async ({ app, github }) => {
      github.world.makePrivate(network.official)
      const report = await runScan(app, { ...input, repositories: [network.leak] }, () => undefined)
      expect(report.scan.reasons).toContainEqual(expect.stringContaining('add it as a baseline'))
    })
  })
})
