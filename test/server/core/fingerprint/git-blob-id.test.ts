import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gitBlobId, gitBlobIdVariants } from '../../../../server/core/fingerprint/git-blob-id.ts'

function realGit(bytes: Uint8Array): string {
  return execFileSync('git', ['hash-object', '--stdin', '--no-filters'], { input: bytes }).toString().trim()
}

describe('gitBlobId', () => {
  it('is what git itself says, for text, nothing and binary', () => {
    for (const bytes of [Buffer.from('const a = 1\n'), Buffer.alloc(0), Buffer.from([0, 255, 1, 13, 10])])
      expect(gitBlobId(bytes)).toBe(realGit(bytes))
  })
})

describe('gitBlobIdVariants', () => {
  const lines = fc.array(
    fc.string({ minLength: 1 }).filter((s) => !/[\r\n\0\ufeff]/.test(s)),
    { minLength: 1 },
  )
  const endings = fc.constantFrom('\n', '\r\n')

  it('knows a copy whose line endings, byte order mark or final newline changed', () => {
    fc.assert(
      fc.property(lines, endings, endings, fc.boolean(), fc.boolean(), (text, from, to, mark, final) => {
        const original = Buffer.from(text.join(from) + from)
        const copy = Buffer.from((mark ? '\ufeff' : '') + text.join(to) + (final ? to : ''))
        expect(gitBlobIdVariants(original).has(gitBlobId(copy))).toBe(true)
      }),
    )
  })

  it('calls only the same bytes "as is"', () => {
    const variants = gitBlobIdVariants(Buffer.from('a\r\nb\r\n'))
    expect(variants.get(gitBlobId(Buffer.from('a\r\nb\r\n')))).toBe('as is')
    expect(variants.get(gitBlobId(Buffer.from('a\nb\n')))).toBe('other line endings')
    expect(variants.has(gitBlobId(Buffer.from('a\nc\n')))).toBe(false)
  })

  it('gives binary and blank files one id alone: any two blank files would be copies otherwise', () => {
    expect(gitBlobIdVariants(Buffer.from([1, 0, 10])).size).toBe(1)
    expect(gitBlobIdVariants(Buffer.from('\n\n')).size).toBe(1)
  })
})
