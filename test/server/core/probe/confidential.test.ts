import { describe, expect, it } from 'vitest'
import { confidentialBy, confidentialRules } from '../../../../server/core/probe/confidential.ts'

describe.each(confidentialRules)('the rule $id', ({ pattern, catches, spares }) => {
  it.each(catches)('catches %j', (line) => {
    expect(line).toMatch(pattern)
    expect(confidentialBy(line)).not.toBeNull()
  })

  it.each(spares)('spares %j', (line) => {
    expect(line).not.toMatch(pattern)
  })
})

it('each rule has examples of both kinds and no memory between lines', () => {
  for (const { pattern, catches, spares } of confidentialRules) {
    expect(catches.length).toBeGreaterThan(0)
    expect(spares.length).toBeGreaterThan(0)
    expect(pattern.global || pattern.sticky).toBe(false)
  }
})
