import { describe, expect, it } from 'vitest'
import { askGraphql } from './ask.ts'
import { walkTree } from './git/trees.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { buildWorld } from './world/build.ts'
import { networkOf } from './worlds/network-of.ts'

const PAGE = `query($owner: String!, $name: String!, $cursor: String) { repository(owner: $owner, name: $name) {
  forks(first: 100, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { nameWithOwner defaultBranchRef { target { oid ... on Commit { tree { oid } } } } } } } }`

interface ForksPage {
  data: {
    repository: {
      forks: {
        totalCount: number
        pageInfo: { hasNextPage: boolean; endCursor: string }
        nodes: { defaultBranchRef: { target: { tree: { oid: string } } } }[]
      }
    }
  }
}

describe('a large network', () => {
  it('is what it says: copies hold the leak, the withdrawn and the clean do not', () => {
    const network = networkOf(600)
    const world = buildWorld(network.world)
    const holds = (name: string) => {
      const repository = world.must(name)
      const { objects } = repository.network
      return [...repository.refs.values()].some((id) =>
        [...walkTree(objects, objects.commit(objects.peel(id)).tree)].some(({ path }) =>
          path.startsWith('internal/'),
        ),
      )
    }
    expect(network.copies.every(holds)).toBe(true)
    expect([...network.withdrawn, ...network.clean].some(holds)).toBe(false)
    expect(network.copies.length + network.withdrawn.length).toBe(97)
    expect(world.must(network.official).network.size).toBe(601)
  })

  it('of 8,100 forks starts in seconds, in little memory, and is listed in 81 pages', async () => {
    const network = networkOf(8100)
    const before = performance.now()
    const heap = process.memoryUsage().heapUsed
    await withPracticeGitHub({ world: network.world }, async (github) => {
      const started = performance.now()
      const trees = new Map<string, number>()
      let cursor: string | null = null
      let pages = 0
      do {
        const { body } = await askGraphql(github, PAGE, { owner: 'official-org', name: 'toolkit', cursor })
        const { nodes, pageInfo, totalCount } = (body as ForksPage).data.repository.forks
        expect(totalCount).toBe(8100 - 96)
        for (const { defaultBranchRef } of nodes) {
          const { oid } = defaultBranchRef.target.tree
          trees.set(oid, (trees.get(oid) ?? 0) + 1)
        }
        pages++
        cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
      } while (cursor !== null)
      expect(pages).toBe(81)
      // Untouched forks share one tree: what makes judging a network cheap.
      expect(Math.max(...trees.values())).toBeGreaterThan(7500)
      const megabytes = Math.round((process.memoryUsage().heapUsed - heap) / 1e6)
      process.stdout.write(
        `8,100 forks: started in ${Math.round(started - before)} ms, listed in ${Math.round(performance.now() - started)} ms, ${megabytes} MB\n`,
      )
    })
  })
})
