import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitQuery, type SeenFile } from '../../../../server/core/probe/split-query.ts'
import { startPracticeGitHub } from '../../../practice-github/start.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { ask } from '../../../practice-github/ask.ts'

const words = fc.stringMatching(/^"[a-z ]{3,30}"$/).map((text) => `${text} fork:true`)
const seenFile: fc.Arbitrary<SeenFile> = fc.record({
  path: fc
    .tuple(
      fc.array(fc.constantFrom('src', 'lib', 'old copy', 'a-b'), { maxLength: 3 }),
      fc.constantFrom('a.ts', 'b.js', 'c.min.js', 'Makefile', 'd e.ts'),
    )
    .map(([folders, name]) => [...folders, name].join('/')),
  language: fc.constantFrom('TypeScript', 'JavaScript', 'Jupyter Notebook', null),
})

function leaves(query: string, seen: readonly SeenFile[]): string[] {
  const split = splitQuery(query, seen)
  return split === null ? [query] : split.parts.flatMap((part) => leaves(part, seen))
}

describe('a query that was cut off', () => {
  it('is split into parts that are legal and keep its words, and the splitting ends', () => {
    fc.assert(
      fc.property(words, fc.array(seenFile, { maxLength: 6 }), (query, seen) => {
        const split = splitQuery(query, seen)
        expect(split).not.toBeNull()
        for (const part of split!.parts) {
          expect(part.startsWith(query)).toBe(true)
          expect(part.match(/(?:^|\s)-\w+:/g)?.length ?? 0).toBeLessThanOrEqual(5)
        }
        let deepest = query
        for (let depth = 0; depth < 20; depth++) {
          const next = splitQuery(deepest, seen)
          if (next === null) return
          deepest = next.parts.at(-1)!
        }
        expect.fail('the splitting does not end')
      }),
    )
  })

  it('by size leaves no size out and asks for none twice', () => {
    const all = leaves('"a b c"', [])
    const ranges = all.map((query) => / size:(\d+)\.\.(\d+)$/.exec(query)!.slice(1).map(Number))
    expect(ranges[0]![0]).toBe(0)
    expect(ranges.at(-1)![1]).toBe(5 * 1024 * 1024)
    for (const [at, [low]] of ranges.entries()) if (at > 0) expect(low).toBe(ranges[at - 1]![1]! + 1)
    expect(all).toHaveLength(8)
  })

  it('uses what tells the files apart: extensions first, then sizes, folders, names', () => {
    const mixed = [
      { path: 'src/a.ts', language: 'TypeScript' },
      { path: 'lib/a.js', language: 'JavaScript' },
    ]
    expect(splitQuery('frob', mixed)).toEqual({
      by: 'extension',
      parts: ['frob extension:js', 'frob extension:ts', 'frob -extension:js -extension:ts'],
    })
    const alike = mixed.map(({ path }) => ({ path: path.replace('.js', '.ts'), language: 'TypeScript' }))
    expect(splitQuery('frob', alike)!.by).toBe('size')
    const sized = 'frob size:0..1'
    expect(splitQuery(sized, alike)).toEqual({
      by: 'path',
      parts: [`${sized} path:lib`, `${sized} path:src`, `${sized} -path:lib -path:src`],
    })
  })

  it('reaches, part by part, exactly the files that the whole reaches', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `${['src', 'lib', 'old', ''][i % 4]!}/f${i % 7}.${['ts', 'js', 'py'][i % 3]!}`.replace(/^\//, ''),
        `frob ${'x '.repeat(i * i)}`,
      ]),
    )
    const github = await startPracticeGitHub({
      world: defineWorld({ repositories: [{ owner: 'a', name: 'b', files }] }),
      limits: { codeSearch: 10_000 },
    })
    try {
      const search = async (query: string) => {
        const { body } = await ask(github, `/search/code?per_page=100&q=${encodeURIComponent(query)}`)
        return (body as { items: { path: string }[] }).items.map(({ path }) => path)
      }
      const whole = await search('frob fork:true')
      expect(whole.length).toBeGreaterThan(30)
      const seen = whole.slice(0, 9).map((path) => ({ path, language: null }))
      const parts = (await Promise.all(leaves('frob fork:true', seen).map(search))).flat()
      expect(parts.sort()).toEqual(whole.sort())
    } finally {
      await github.close()
    }
  })
})
