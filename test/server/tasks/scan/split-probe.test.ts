import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitProbe } from '../../../../server/tasks/scan/split-probe.ts'

function leaves(query: string): string[] {
  const halves = splitProbe(query)
  return halves === null ? [query] : halves.flatMap(leaves)
}

function rangeOf(query: string): [number, number] {
  const [, from, to] = / size:(\d+)\.\.(\d+)$/.exec(query)!
  return [Number(from), Number(to)]
}

it('divides all sizes among the halves, none twice and none left out, in few searches', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^"[a-z ]{3,30}"$/), (words) => {
      const all = leaves(words)
      expect(all.every((query) => query.startsWith(`${words} size:`))).toBe(true)
      const ranges = all.map(rangeOf)
      expect(ranges[0]![0]).toBe(0)
      expect(ranges.at(-1)![1]).toBe(5 * 1024 * 1024)
      for (const [at, [low]] of ranges.entries()) if (at > 0) expect(low).toBe(ranges[at - 1]![1] + 1)
      expect(all.length).toBeLessThanOrEqual(8)
      expect(all.length).toBeGreaterThanOrEqual(4)
    }),
  )
})
