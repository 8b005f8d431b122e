import { describe, expect, it } from 'vitest'
import { knownHelpers } from '../../../../scripts/stoplist/known-helpers.ts'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { harbourTides, unrelatedTides } from './sample-work.ts'

const match = (original: string, candidate: string) =>
  compareFile(
    buildWorkIndex({ originals: [{ path: 'src/a.js', bytes: Buffer.from(original) }], baseline: [] }),
    {
      path: 'lib/b.js',
      bytes: Buffer.from(candidate),
    },
  )

describe.each(Object.entries(knownHelpers))('%s, as everyone has it', (_name, helper) => {
  it('makes no copy of a stranger who has it too', () => {
    expect(match(`${harbourTides}\n${helper}\n`, `${helper}\n${unrelatedTides}\n`).strength).not.toBe(
      'strong',
    )
  })

  it('hides no copy of what stands beside it', () => {
    expect(match(`${harbourTides}\n${helper}\n`, `${helper}\n${harbourTides}\n`).strength).toBe('strong')
  })
})
