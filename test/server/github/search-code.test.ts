import { describe, expect, it } from 'vitest'
import type { CodeHit } from '../../../server/github/search-code.ts'
import { gitBlobId } from '../../../server/core/fingerprint/git-blob-id.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'

const leak = 'export const quuxFrobnicator = 42\n'
const world = (count: number) =>
  defineWorld({
    repositories: Array.from({ length: count }, (_, index) => ({
      owner: `user-${index}`,
      name: 'copy',
      id: 5000 + index,
      files: { 'src/ä b.ts': leak },
    })),
  })

describe('a code search', () => {
  it('gives blob ids, so that an exact copy is known without another request', async () => {
    const { github, practice, close } = await openPractice({ world: world(1) })
    expect(valueOf(await github.searchCode({ query: 'quuxFrobnicator extension:ts' }))).toEqual({
      totalCount: 1,
      incompleteResults: false,
      cutOff: false,
      hasMore: false,
      items: [
        {
          path: 'src/ä b.ts',
          language: 'TypeScript',
          blob: gitBlobId(Buffer.from(leak)),
          repositoryId: 5000,
          nodeId: expect.any(String),
          owner: 'user-0',
          name: 'copy',
          fork: false,
        },
      ],
    })
    expect(practice.violations).toEqual([])
    await close()
  })

  it('is read page by page to its end, and says when GitHub keeps the rest', async () => {
    const { github, close } = await openPractice({ world: world(270), limits: { searchResults: 1000 } })
    const seen: CodeHit[] = []
    let more = true
    for (let page = 1; more; page++) {
      const found = valueOf(await github.searchCode({ query: 'quuxFrobnicator', page }))
      expect(found).toMatchObject({ totalCount: 270, cutOff: false, incompleteResults: false })
      seen.push(...found.items)
      more = found.hasMore
    }
    expect(new Set(seen.map(({ repositoryId }) => repositoryId)).size).toBe(270)
    await close()
  })

  it('says so when it is cut off at 1,000 results', async () => {
    const { github, close } = await openPractice({ world: world(1001), checkResponses: false })
    expect(valueOf(await github.searchCode({ query: 'quuxFrobnicator' }))).toMatchObject({
      totalCount: 1001,
      cutOff: true,
      hasMore: true,
    })
    expect(valueOf(await github.searchCode({ query: 'quuxFrobnicator', page: 10 }))).toMatchObject({
      hasMore: false,
    })
    await close()
  })

  it('is incomplete when GitHub says so, and when a page comes short without a word', async () => {
    const { github, practice, close } = await openPractice({ world: world(20) })
    for (const kind of ['incomplete', 'short-page'] as const) {
      practice.plan({ kind })
      expect(valueOf(await github.searchCode({ query: 'quuxFrobnicator' })).incompleteResults).toBe(true)
    }
    await close()
  })

  it('that GitHub refuses is could-not-tell, without the query in its reason', async () => {
    const { github, close } = await openPractice({ world: world(1) })
    const answer = await github.searchCode({ query: 'language:typescript' })
    expect(answer).toMatchObject({ outcome: 'could-not-tell', reason: expect.stringContaining('422') })
    expect(JSON.stringify(answer)).not.toContain('typescript')
    await close()
  })

  it('takes any text for a query', async () => {
    const { github, practice, close } = await openPractice({ world: world(1), limits: { codeSearch: 1000 } })
    for (const query of ['a&b=c#d%', '\uD800 quux', '"quoted"\n\t+', '../../user']) {
      expect(['found', 'could-not-tell']).toContain((await github.searchCode({ query })).outcome)
    }
    expect(practice.requests.every(({ path }) => path === '/search/code')).toBe(true)
    await close()
  })
})
