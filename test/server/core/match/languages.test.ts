import { describe, expect, it } from 'vitest'
import { goKit } from '../../../../scripts/evaluate/kits/go.ts'
import type { LanguageKit } from '../../../../scripts/evaluate/kits/kit.ts'
import { pythonKit } from '../../../../scripts/evaluate/kits/python.ts'
import { concatenations, snippets } from '../../../../scripts/evaluate/positives/snippets.ts'
import { seeded } from '../../../../scripts/evaluate/random.ts'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { samples } from './sample-languages.ts'

const languages: readonly {
  name: keyof typeof samples
  kit: LanguageKit
  ending: string
  other: keyof typeof samples
}[] = [
  { name: 'python', kit: pythonKit, ending: 'py', other: 'go' },
  { name: 'go', kit: goKit, ending: 'go', other: 'python' },
]

for (const { name, kit, ending, other } of languages)
  describe(`a work in ${name}`, () => {
    const { original, stranger } = samples[name]
    const originals = [{ path: `work:ledger.${ending}`, bytes: Buffer.from(original) }]
    const index = buildWorkIndex({ originals, baseline: [] })
    const compare = (text: string) => compareFile(index, { path: `a.${ending}`, bytes: Buffer.from(text) })

    for (const { name: way, disguise } of kit.disguisesOf(`a.${ending}`))
      it(`is found, and a stranger is not, whatever was done to them: ${way}`, async () => {
        const copy = await disguise(original, seeded(7))
        if (way !== 'exact') expect(copy).not.toBe(original)
        expect(compare(copy).strength).toBe('strong')
        expect(compare(await disguise(stranger, seeded(7)))).toMatchObject({
          strength: 'none',
          originals: [],
        })
      })

    it('is found where a function of it was pasted, with its lines', () => {
      const hosts = [{ path: `host.${ending}`, bytes: Buffer.from(stranger) }]
      const pasted = [...snippets(kit, originals, hosts)]
      expect(pasted).toHaveLength(1)
      for (const { bytes, passage } of pasted) {
        const match = compare(bytes.toString('utf8'))
        expect(match.strength).toBe('strong')
        const lines = match.originals[0]!.ranges.flatMap(({ candidate }) => candidate)
        expect(Math.abs(Math.min(...lines) - passage!.candidate[0])).toBeLessThanOrEqual(3)
        expect(Math.abs(Math.max(...lines) - passage!.candidate[1])).toBeLessThanOrEqual(3)
      }
      const five = Array.from({ length: 5 }, () => originals[0]!)
      for (const { bytes } of concatenations(five, hosts))
        expect(compare(bytes.toString('utf8')).strength).toBe('strong')
    })

    it('is not seen in another language’s file on the same subject by somebody else', () => {
      expect(compare(samples[other].stranger).strength).toBe('none')
    })
  })
