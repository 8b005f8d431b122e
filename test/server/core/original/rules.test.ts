import { describe, expect, it } from 'vitest'
import { inspectFile, originalRules } from '../../../../server/core/original/classify-original.ts'
import type { RuleExample } from '../../../../server/core/original/types.ts'

const asFile = ({ path, text = 'const neutral = 1' }: RuleExample) =>
  inspectFile({ path, bytes: Buffer.from(text) })
const asContext = ({ owner = 'Orbit Inc.' }: RuleExample) => ({ owners: [owner] })

describe.each(originalRules)('the rule $id', (rule) => {
  it('has examples of both kinds', () => {
    expect(rule.catches.length).toBeGreaterThan(0)
    expect(rule.spares.length).toBeGreaterThan(0)
  })

  it.each(rule.catches)('catches $path: $text', (example) => {
    expect(rule.judge(asFile(example), asContext(example))).toEqual(expect.any(String))
  })

  it.each(rule.spares)('spares $path: $text', (example) => {
    expect(rule.judge(asFile(example), asContext(example))).toBeNull()
  })
})

it('rules have names of their own', () => {
  expect(new Set(originalRules.map((rule) => rule.id)).size).toBe(originalRules.length)
})
