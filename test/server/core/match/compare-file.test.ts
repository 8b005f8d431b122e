import { describe, expect, it } from 'vitest'
import { gitBlobId } from '../../../../server/core/fingerprint/git-blob-id.ts'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { matchBlobId } from '../../../../server/core/match/match-blob-id.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../../../server/core/match/serialize-work-index.ts'
import { harbourTides, ledger, unrelatedTides } from './sample-work.ts'

const originals = [
  { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
  { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
]
const index = buildWorkIndex({ originals, baseline: [] })
const compare = (text: string, path = 'copy.ts') => compareFile(index, { path, bytes: Buffer.from(text) })

describe('an identical file', () => {
  it('is exact, known by its blob id alone, with all its lines', () => {
    const match = compare(harbourTides)
    expect(match).toMatchObject({ class: 'exact', strength: 'strong' })
    expect(match.originals).toHaveLength(1)
    const lines = harbourTides.trimEnd().split('\n').length
    expect(match.originals[0]).toMatchObject({
      path: 'src/harbour-tides.ts',
      ranges: [{ candidate: [1, lines], original: [1, lines] }],
    })
    expect(matchBlobId(index, gitBlobId(Buffer.from(harbourTides)))).toEqual(match)
  })

  it('is normalized when only line endings, layout or comments differ', () => {
    expect(compare(harbourTides.replaceAll('\n', '\r\n'))).toMatchObject({
      class: 'normalized',
      strength: 'strong',
    })
    const reformatted = harbourTides
      .replace(/\/\*\*.*\*\/\n/g, '')
      .replaceAll('  ', '\t')
      .replace(/\n(\t*)(const|if|await)/g, ';\n\n// note\n$1$2')
    expect(compare(reformatted)).toMatchObject({ class: 'normalized', strength: 'strong' })
  })
})

describe('a copy saved as UTF-16', () => {
  const littleEndian = Buffer.from(`\ufeff${harbourTides}`, 'utf16le')
  const bigEndian = Buffer.from(littleEndian).swap16()

  it.each([
    ['little', littleEndian],
    ['big', bigEndian],
  ])('%s end first, is found with its lines', (_, bytes) => {
    const match = compareFile(index, { path: 'copy.ts', bytes })
    const lines = harbourTides.trimEnd().split('\n').length
    expect(match).toMatchObject({ class: 'normalized', strength: 'strong' })
    expect(match.originals[0]!.ranges).toEqual([{ candidate: [1, lines], original: [1, lines] }])
  })

  it('of something else is not, and neither is a binary file with such a beginning', () => {
    const other = Buffer.from(`\ufeff${unrelatedTides}`, 'utf16le')
    expect(compareFile(index, { path: 'other.ts', bytes: other }).strength).toBe('none')
    const noise = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(5_000, 0)])
    expect(compareFile(index, { path: 'noise.bin', bytes: noise }).strength).toBe('none')
    expect(compareFile(index, { path: 'odd.ts', bytes: bigEndian.subarray(0, 2001) }).strength).not.toBe(
      'none',
    )
  })
})

describe('a changed copy', () => {
  it('is found after edits, and says which lines', () => {
    const edited = harbourTides
      .replace('springTideFactor = 1.34', 'springTideFactor = readFactor()')
      .replace("'immediate'", "'soon'")
    const match = compare(edited)
    expect(match).toMatchObject({ class: 'modified', strength: 'strong' })
    expect(match.originals.map((o) => o.path)).toEqual(['src/harbour-tides.ts'])
    expect(match.originals[0]!.reason).toContain('rarest shared')
  })

  it('is found as a half, and pasted into another file where it stands', () => {
    const lines = harbourTides.split('\n')
    expect(compare(lines.slice(0, 28).join('\n')).strength).toBe('strong')
    const pasted = [...unrelatedTides.split('\n'), ...lines.slice(22, 33)].join('\n')
    const match = compare(pasted)
    expect(match).toMatchObject({ class: 'partial', strength: 'strong' })
    const [range] = match.originals[0]!.ranges
    const shift = unrelatedTides.split('\n').length - 22
    expect(range!.candidate[0] - range!.original[0]).toBe(shift)
    expect(Math.abs(range!.original[0] - 23)).toBeLessThanOrEqual(1)
    expect(Math.abs(range!.original[1] - 33)).toBeLessThanOrEqual(1)
  })

  it('is said to end where its last bracket closes, and no line later', () => {
    const lines = harbourTides.split('\n')
    const first = lines.findIndex((line) => line.includes('async forecast('))
    const last = lines.findIndex((line, at) => at > first && line === '  }')
    const host = unrelatedTides.trimEnd().split('\n')
    const pasted = [
      ...host.slice(0, -1),
      ...lines.slice(first, last + 1),
      '}',
      '',
      'export { TideCache as Cache }',
    ]
    const match = compare(pasted.join('\n'))
    const begin = host.length
    expect(match.originals[0]!.ranges).toEqual([
      { candidate: [begin, begin + last - first], original: [first + 1, last + 1] },
    ])
  })

  it('names each original in a file that holds several, and no other', () => {
    const match = compare(harbourTides + unrelatedTides + ledger)
    expect(match.originals.map((o) => o.path).sort()).toEqual(['src/harbour-tides.ts', 'src/ledger.ts'])
  })
})

describe('what is no copy', () => {
  it('is none: the same subject in other words', () => {
    expect(compare(unrelatedTides)).toEqual({ class: 'none', strength: 'none', originals: [] })
  })

  it('is found where it was cut in the middle of a comment that quotes code', () => {
    const cut = ` * A gauge is asked with \`readGauge\`, and its \`forecast\` is kept:\n * \`\`\`ts\n * const it = "never closed\n */\n`
    const body = harbourTides.slice(harbourTides.indexOf('export class'))
    const match = compare(cut + body)
    expect(match).toMatchObject({ strength: 'strong', originals: [{ path: 'src/harbour-tides.ts' }] })
    expect(match.originals[0]!.ofCandidate).toBe(1)
    for (const { candidate, original } of match.originals[0]!.ranges)
      expect(candidate[0]).toBe(original[0] - 9)
    expect(compare(`${cut}${unrelatedTides}`).strength).toBe('none')
  })

  it('is none: empty, binary and hostile input', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from([0, 1, 2]),
      Buffer.alloc(100_000, '('),
      Buffer.alloc(50_000, 0xff),
      Buffer.from('`${'.repeat(20_000)),
    ])
      expect(compareFile(index, { path: 'x.ts', bytes }).strength).toBe('none')
  })

  it('is none: what the baseline holds, even where an original holds it too', () => {
    const [head, tail] = [harbourTides.slice(0, 900), harbourTides.slice(900)]
    const withBaseline = buildWorkIndex({
      originals,
      baseline: [{ path: 'public/tides.ts', bytes: Buffer.from(head) }],
    })
    expect(compareFile(withBaseline, { path: 'a.ts', bytes: Buffer.from(head) }).strength).toBe('none')
    expect(compareFile(withBaseline, { path: 'a.ts', bytes: Buffer.from(tail) }).strength).not.toBe('none')
  })

  it('is never strong: an original that is public as a whole', () => {
    const publicIndex = buildWorkIndex({ originals, baseline: [originals[1]!] })
    expect(compareFile(publicIndex, { path: 'a.ts', bytes: originals[1]!.bytes }).strength).toBe('weak')
    expect(compareFile(publicIndex, { path: 'a.ts', bytes: originals[0]!.bytes }).strength).toBe('strong')
  })

  it('is none: what an original says it took from elsewhere, and only that', () => {
    const own = `${harbourTides}\n`
    const note = '// Adapted from https://github.com/someone/tides\n'
    const borrowed = `function theirTides() {\n${ledger.replace(/^/gm, '  ').replace(/\n\s*\n/g, '\n')}\n}\n`
    const both = (lead: string) => ({ path: 'src/both.ts', bytes: Buffer.from(`${own}\n${lead}${borrowed}`) })
    const strengthOf = (lead: string, text: string, owners: string[] = []) =>
      compareFile(buildWorkIndex({ originals: [both(lead)], baseline: [], owners }), {
        path: 'a.ts',
        bytes: Buffer.from(text),
      }).strength
    expect(strengthOf(note, borrowed)).toBe('none')
    expect(strengthOf(note, own)).toBe('strong')
    expect(strengthOf('', borrowed)).toBe('strong')
    expect(strengthOf(note, borrowed, ['Someone Ltd'])).toBe('strong')
  })
})

describe('a stored index', () => {
  it('gives the same answers after loading, from any place in memory', () => {
    const stored = serializeWorkIndex(index)
    const shared = new Uint8Array(new SharedArrayBuffer(stored.length + 3)).subarray(3)
    shared.set(stored)
    for (const loaded of [loadWorkIndex(stored), loadWorkIndex(shared)]) {
      expect(loaded.indexId).toBe(index.indexId)
      for (const text of [harbourTides, ledger.slice(300), unrelatedTides])
        expect(compareFile(loaded, { path: 'a.ts', bytes: Buffer.from(text) })).toEqual(compare(text, 'a.ts'))
    }
  })

  it('is named by its content', () => {
    expect(buildWorkIndex({ originals, baseline: [] }).indexId).toBe(index.indexId)
    expect(buildWorkIndex({ originals: originals.slice(1), baseline: [] }).indexId).not.toBe(index.indexId)
  })

  it('refuses another format and damaged bytes by name', () => {
    const stored = Buffer.from(serializeWorkIndex(index))
    const other = Buffer.from(stored.toString('latin1').replace(/"format":\d\d/, '"format":77'), 'latin1')
    expect(() => loadWorkIndex(other)).toThrow(/format 77.*build it again/)
    expect(() => loadWorkIndex(stored.subarray(0, stored.length - 64))).toThrow(/cut off/)
    expect(() => loadWorkIndex(Buffer.from('nonsense'))).toThrow(/no stored index/)
    expect(() => loadWorkIndex(Buffer.alloc(0))).toThrow(/no stored index/)
  })
})
