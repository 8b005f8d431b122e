import { describe, expect, it } from 'vitest'
import { leak, smallNetwork, withNetwork } from './network-story.ts'

/** A file of the work came out long ago under a tag, another on a branch that was never the default one. */
const parts = Object.entries(leak)
const tagged = Object.fromEntries(parts.slice(0, 1))
const branched = Object.fromEntries(parts.slice(1, 2))

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
})
