import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import { buildWorkIndex } from '../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../server/core/match/compare-file.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../../server/core/match/serialize-work-index.ts'
import type { NamedBytes } from '../../../server/threads/batches.ts'
import { compareInOrder } from '../../../server/threads/compare-in-order.ts'
import { openComparers, type Comparers, type SharedIndex } from '../../../server/threads/open-comparers.ts'

let work: SharedIndex
let files: NamedBytes[]
let comparers: Comparers
afterEach(() => comparers.close())

beforeAll(() => {
  const originals = Array.from({ length: 8 }, (_, i) => ({
    path: `src/${i}.ts`,
    bytes: Buffer.from(writeProgramText(i, 6000)),
  }))
  work = shared(serializeWorkIndex(buildWorkIndex({ originals, baseline: [] })))
  // Some copies among strangers, of very different sizes, so that threads finish out of turn.
  files = Array.from({ length: 64 }, (_, i) => ({
    path: `${i}.ts`,
    bytes: i % 9 === 0 ? originals[i % 8]!.bytes : strangeText(i, (i % 13) * 8000),
  }))
})

/** Words that no original holds. */
function strangeText(seed: number, length: number): Buffer {
  const lines = Array.from({ length: length / 40 }, (_, i) => {
    const word = Math.imul(seed * 100_003 + i, 2_654_435_761)
      .toString(36)
      .replace('-', 'x')
    return `q${word} = z${word}[${i}] + y${seed}(w${word.slice(2)});`.padEnd(39, ' ')
  })
  return Buffer.from(lines.join('\n'))
}

function shared(bytes: Uint8Array): SharedIndex {
  const stored = new Uint8Array(new SharedArrayBuffer(bytes.length))
  stored.set(bytes)
  return { index: loadWorkIndex(stored), stored }
}

describe('comparing in threads', () => {
  it.each([1, 2, 3])(
    'gives what comparing here gives, in the order asked, with %i threads',
    async (threads) => {
      comparers = openComparers(work, threads)
      const answers = await comparers.compare(files)
      expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeGreaterThan(2_500_000)
      expect(answers).toEqual(
        files.map((file) => ({ outcome: 'found', value: compareFile(work.index, file) })),
      )
      const strong = answers.filter((one) => one.outcome === 'found' && one.value.strength === 'strong')
      expect(strong).toHaveLength(8)
    },
  )

  it('gives them in the order asked though the largest goes first, and whatever is compared beside it', async () => {
    comparers = openComparers(work, 2)
    const large = { path: 'large.ts', bytes: strangeText(3, 1_500_000) }
    const [some, others] = await Promise.all([
      comparers.compare([...files, large, files[9]!]),
      comparers.compare([...files].reverse()),
    ])
    const judged = (file: NamedBytes) => ({ outcome: 'found', value: compareFile(work.index, file) })
    expect(some).toEqual([...files, large, files[9]!].map(judged))
    expect(others).toEqual([...files].reverse().map(judged))
  })

  it('says of a file whose thread ended that it could not tell, never that it is no copy', async () => {
    // Threads cannot read this index, and end.
    comparers = openComparers({ index: work.index, stored: new Uint8Array(new SharedArrayBuffer(64)) }, 2)
    const large = { path: 'large.ts', bytes: strangeText(1, 2_100_000) }
    const [small, lost] = await comparers.compare([files[0]!, large])
    expect(small).toMatchObject({ outcome: 'found', value: { strength: 'strong' } })
    expect(lost).toMatchObject({ outcome: 'could-not-tell' })
    expect(lost).toHaveProperty('reason', expect.stringContaining('no stored index'))
  })

  it('answers everybody when it is closed', async () => {
    comparers = openComparers(work, 1)
    const answers = comparers.compare(files)
    await comparers.close()
    for (const answer of await answers) {
      if (answer.outcome === 'could-not-tell') expect(answer.reason).toContain('stopped')
      else expect(answer.outcome).toBe('found')
    }
    expect(await answers).toHaveLength(files.length)
  })
})

describe('comparing what is being read', () => {
  it('keeps the order, and reads no further ahead than a few portions', async () => {
    comparers = openComparers(work, 2)
    let read = 0
    async function* reading(): AsyncGenerator<NamedBytes> {
      for (let i = 0; i < 12_000; i++) {
        read++
        yield await Promise.resolve({ path: `${i}.ts`, bytes: Buffer.from(`let a${i} = ${i}`) })
      }
    }
    let seen = 0
    let farthest = 0
    for await (const { file, answer } of compareInOrder(comparers, reading())) {
      expect(file.path).toBe(`${seen++}.ts`)
      expect(answer).toMatchObject({ outcome: 'found', value: { strength: 'none' } })
      farthest = Math.max(farthest, read - seen)
    }
    expect(seen).toBe(12_000)
    expect(farthest).toBeLessThanOrEqual(8000)
  })
})
