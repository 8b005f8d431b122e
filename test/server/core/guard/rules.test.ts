import { describe, expect, it } from 'vitest'
import { guardFile } from '../../../../server/core/guard/content-rules.ts'
import { guardByRules, guardRules } from '../../../../server/core/guard/guard-by-rules.ts'
import type { GuardExample } from '../../../../server/core/guard/types.ts'

const asFile = ({ path, text = '' }: GuardExample) => guardFile(path, Buffer.from(text))

describe.each(guardRules)('the rule $id', (rule) => {
  it('has examples of both kinds', () => {
    expect(rule.catches.length).toBeGreaterThan(0)
    expect(rule.spares.length).toBeGreaterThan(0)
  })

  it.each(rule.catches)('catches $path: $text', (example) => {
    expect(rule.judge(asFile(example))).toEqual(expect.any(String))
  })

  it.each(rule.spares)('spares $path: $text', (example) => {
    expect(rule.judge(asFile(example))).toBeNull()
  })
})

describe('what the rules tell', () => {
  it('no detail repeats what was found', () => {
    for (const { text = '', path } of guardRules.flatMap((rule) => rule.catches)) {
      for (const { detail } of guardByRules(path, Buffer.from(text))) {
        const secrets = text.match(/[\w+/=-]{8,}/g) ?? []
        expect(secrets.filter((secret) => detail.includes(secret))).toEqual([])
      }
    }
  })

  it('names the line, also in a binary file', () => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 10, 10]), Buffer.from('AKIAQ2W3E4R5T6Y7U2I3')])
    expect(guardByRules('a.bin', bytes)).toEqual([
      { path: 'a.bin', kind: 'token', detail: expect.stringMatching(/AWS.*line 3$/) },
    ])
  })

  it('a file that was not read is still judged by its name', () => {
    expect(guardByRules('package/.git', null)).toMatchObject([{ kind: 'version-control' }])
    expect(guardByRules('package/index.js', null)).toEqual([])
  })
})
