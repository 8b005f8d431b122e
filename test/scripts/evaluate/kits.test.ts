import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goKit } from '../../../scripts/evaluate/kits/go.ts'
import { pythonKit } from '../../../scripts/evaluate/kits/python.ts'
import { piecesOf, textOf } from '../../../scripts/evaluate/plain-pieces.ts'
import { seeded } from '../../../scripts/evaluate/random.ts'
import { samples } from '../../server/core/match/sample-languages.ts'

describe('a text taken apart', () => {
  it('is the text again, whatever it is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('a', '1', ' ', '_', '"', "'", '`', '#', '/', '*', '\\', '\n', '\t', '(', '{'),
      }),
    )
    for (const language of ['python', 'go'] as const)
      fc.assert(fc.property(texts, (text) => textOf(piecesOf(text, language)) === text))
  })

  it('knows a string from a comment, over several lines too', () => {
    const kinds = (text: string, language: 'python' | 'go') =>
      piecesOf(text, language)
        .filter(({ kind }) => kind === 'string' || kind === 'comment')
        .map(({ kind, text }) => `${kind} ${text}`)
    expect(kinds('a = "# no" # yes\nb = """x\n# no\n"""', 'python')).toEqual([
      'string "# no"',
      'comment # yes',
      'string """x\n# no\n"""',
    ])
    expect(kinds('a := "// no" // yes\nb := `\n/* no */`', 'go')).toEqual([
      'string "// no"',
      'comment // yes',
      'string `\n/* no */`',
    ])
  })
})

for (const [name, kit] of [
  ['python', pythonKit],
  ['go', goKit],
] as const)
  describe(`disguises of ${name}`, () => {
    const { original } = samples[name]
    const disguised = async (way: string) =>
      kit
        .disguisesOf(`a.${name}`)
        .find((one) => one.name === way)!
        .disguise(original, seeded(3))
    const codeOf = (text: string) =>
      piecesOf(text, name)
        .filter(({ kind }) => kind !== 'space' && kind !== 'break' && kind !== 'comment')
        .map(({ kind, text }) => (kind === 'string' ? text.replace(/['"]/g, '') : text))

    it('change the layout and nothing else', async () => {
      for (const way of ['whitespace', 'line endings', 'comments', 'formatting'])
        expect(codeOf((await disguised(way)).replace('\ufeff', ''))).toEqual(codeOf(original))
      expect((await disguised('formatting')).split('\n').length).not.toBe(original.split('\n').length)
    })

    it('rename what the file declares, everywhere alike, and leave members and texts alone', async () => {
      const renamed = await disguised('locals renamed')
      expect(renamed).not.toMatch(/\bheight\b/)
      for (const kept of ['high_water_at', 'HighWaterAt', 'flood_gate_closes_at', 'FloodGateClosesAt'])
        expect(renamed.includes(kept)).toBe(original.includes(kept))
      expect(codeOf(renamed)).toHaveLength(codeOf(original).length)
    })

    it('find whole functions and a seam between them', () => {
      const functions = kit.functionsOf(original, `a.${name}`)
      expect(functions.length).toBeGreaterThanOrEqual(3)
      for (const { start, end } of functions) {
        expect(original.slice(start)).toMatch(/^\s*(def|func) /)
        expect(original.slice(0, end)).not.toMatch(/[,(:{]$/)
      }
      expect(original.slice(kit.seamOf(original, `a.${name}`))).toMatch(/^(def|class|func|type) /)
    })
  })
