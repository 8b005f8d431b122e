import { describe, expect, it } from 'vitest'
import { leak, withNetwork } from './network-story.ts'

const day = 86_400_000

describe('a second scan of a network', () => {
  it('that did not change costs a handful of requests and ends with the same', async () => {
    await withNetwork({}, async ({ scan, found, github }) => {
      const first = await scan()
      const before = await found()
      const sent = github.requests.length
      github.advance(day)

      const second = await scan()

      expect(github.requests.length - sent).toBeLessThanOrEqual(10)
      expect(second).toMatchObject({ scan: { status: 'complete' }, matches: first.matches })
      expect(second.coverage.networks).toMatchObject([{ listed: 131, examined: 131, unchanged: 130 }])
      expect(await found()).toEqual(before)
    })
  })

  it('finds exactly what was pushed or born since, and what was withdrawn', async () => {
    await withNetwork({}, async ({ scan, found, github, network }) => {
      await scan()
      const before = (await found()).strong
      github.advance(day)
      const { world } = github
      const [pushed, noted, further] = network.clean
      world.push(pushed!, { files: leak, message: 'Add sources' })
      world.push(noted!, { files: { 'NOTES.md': 'A note.\n' } })
      world.fork(network.leak, 'born/toolkit')
      world.fork(network.official, 'clean-born/toolkit')
      world.push(network.leak, { from: `${network.official}:main`, force: true })
      const sent = github.requests.length

      const report = await scan()

      expect(github.requests.length - sent).toBeLessThanOrEqual(20)
      expect(report.scan).toMatchObject({ status: 'complete' })
      const expected = [...before.filter((name) => name !== network.leak), pushed!, 'born/toolkit'].sort()
      expect((await found()).strong).toEqual(expected)
      expect(expected).not.toContain(further)
    })
  })

  it('finds a fork of a fork that had none before: GitHub counts one more than the lists show', async () => {
    await withNetwork({}, async ({ scan, found, github, network }) => {
      await scan()
      github.advance(day)
      github.world.fork(network.clean[5]!, 'deep/toolkit', { files: leak })

      await scan()

      expect((await found()).strong).toContain('deep/toolkit')
    })
  })

  it('lists everything now and then, for what times of pushes do not show', async () => {
    await withNetwork({}, async ({ scan, found, github, network }) => {
      await scan()
      // Nothing was pushed since, as far as times tell: only a tag shows the copy.
      const hidden = network.clean[3]!
      github.advance(-3 * day)
      const commit = github.world.push(hidden, { files: leak })
      github.world.push(hidden, { from: `${network.official}:main`, force: true })
      github.world.tag(hidden, 'kept', commit)
      github.advance(4 * day)
      await scan()
      expect((await found()).strong).not.toContain(hidden)
      github.advance(8 * day)

      await scan()

      expect((await found()).strong).toContain(hidden)
    })
  })

  it('judges anew what it did not list: what became official in between accuses nobody', async () => {
    await withNetwork({}, async ({ scan, found, github, network }) => {
      await scan()
      github.advance(day)
      github.world.push(network.official, { files: leak, message: 'Publish the sources' })

      const report = await scan()

      expect(report.scan).toMatchObject({ status: 'complete' })
      expect((await found()).strong).toEqual([])
    })
  })
})
