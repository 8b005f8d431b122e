import { describe, expect, it } from 'vitest'
import { refuseInBulk, type BulkCandidate } from '../../../../server/core/review/refuse-in-bulk.ts'

const open: BulkCandidate = {
  official: false,
  class: 'exact',
  strength: 'strong',
  files: 3,
  standing: null,
  lookedAtBy: ['Ada Diaz'],
}
const codeOf = (
  decision: Parameters<typeof refuseInBulk>[0],
  over: Partial<BulkCandidate> = {},
  reviewer: string | null = 'Ada Diaz',
) => refuseInBulk(decision, { ...open, ...over }, reviewer)?.code ?? null

describe('infringing in bulk', () => {
  it('needs evidence, text of the work, and the reviewer’s own look at an identical one', () => {
    expect(codeOf('infringing')).toBeNull()
    expect(codeOf('infringing', { lookedAtBy: [] })).toBe('not-looked-at')
    expect(codeOf('infringing', {}, 'Bo Lee')).toBe('not-looked-at')
    expect(codeOf('infringing', { lookedAtBy: ['Bo Lee', ' ada  DIAZ'] })).toBeNull()
    expect(codeOf('infringing', {}, null), 'as long as nobody said who').toBeNull()
    expect(codeOf('infringing', { class: 'port' })).toBe('port')
    expect(codeOf('infringing', { strength: 'none' })).toBe('no-evidence')
    expect(codeOf('infringing', { files: 0 })).toBe('no-evidence')
  })
})

describe.each(['infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'] as const)(
  '%s',
  (word) => {
    it('in bulk is for no official repository, and changes no decision that stands', () => {
      expect(codeOf(word, { official: true })).toBe('official')
      const standing = { decision: 'needs-counsel', reviewer: 'Bo Lee' } as const
      expect(codeOf(word, { standing })).toBe('decided')
    })
  },
)

it('what accuses nobody needs no look', () => {
  for (const word of ['authorized', 'fair-use', 'not-ours', 'needs-counsel'] as const)
    expect(codeOf(word, { lookedAtBy: [], class: 'port', files: 0 })).toBeNull()
})
