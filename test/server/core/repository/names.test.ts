import { describe, expect, it } from 'vitest'
import { attributeNotice } from '../../../../server/core/repository/attribute-notice.ts'
import { isOfficial } from '../../../../server/core/repository/official.ts'
import { isSameName, readRepositoryName } from '../../../../server/core/repository/repository-name.ts'
import { skipContent } from '../../../../server/core/repository/skip-content.ts'

describe('a repository name', () => {
  it('is read from OWNER/NAME and from any address inside the repository', () => {
    const acme = { owner: 'Acme', name: 'sdk.js' }
    expect(readRepositoryName(' Acme/sdk.js ')).toEqual(acme)
    expect(readRepositoryName('https://github.com/Acme/sdk.js/blob/main/a.ts#L3')).toEqual(acme)
    expect(isSameName(acme, { owner: 'aCME', name: 'SDK.js' })).toBe(true)
  })

  it.each([
    'acme',
    'acme/',
    '/sdk',
    'a/b/c',
    '../sdk',
    'acme/..',
    'acme/a b',
    'acme/sdk.git',
    'orgs/acme',
    'https://github.com/acme',
  ])('is not %s', (text) => {
    expect(readRepositoryName(text)).toBeUndefined()
  })
})

describe('an official repository', () => {
  it('is named itself, or every one of its owner is; case does not matter', () => {
    const officials = [
      { owner: 'Acme', name: 'SDK' },
      { owner: 'acme-labs', name: null },
    ]
    expect(isOfficial({ owner: 'acme', name: 'sdk' }, officials)).toBe(true)
    expect(isOfficial({ owner: 'Acme-Labs', name: 'anything' }, officials)).toBe(true)
    expect(isOfficial({ owner: 'acme', name: 'sdk2' }, officials)).toBe(false)
    expect(isOfficial({ owner: 'acme-labs2', name: 'sdk' }, officials)).toBe(false)
  })
})

describe('a takedown', () => {
  const dmca = (path: string) => `https://github.com/github/dmca/blob/master/${path}`
  const ours = [
    { id: 'a', publishedUrl: dmca('2026/03/2026-03-31-acme.md') },
    { id: 'b', publishedUrl: dmca('2026/03/2026-03-31-acme-2.md') },
    { id: 'c', publishedUrl: null },
  ]

  it('is under the notice that GitHub names', () => {
    expect(attributeNotice(dmca('2026/03/2026-03-31-acme.md'), ours)?.id).toBe('a')
    expect(
      attributeNotice('https://github.com/github/dmca/blob/main/2026/03/2026-03-31-Acme-2.md', ours)?.id,
    ).toBe('b')
  })

  it('is under ours still when the notice was moved to another folder', () => {
    expect(attributeNotice(dmca('2026/04/2026-03-31-acme.md'), ours)?.id).toBe('a')
  })

  it('is not ours when another notice is named, or none', () => {
    for (const url of [
      dmca('2026/03/2026-03-30-acme.md'),
      dmca(''),
      'https://github.com/tos',
      null,
      'https://evil.example/2026/03/2026-03-31-acme.md',
      'https://github.com/eve/dmca/blob/master/2026/03/2026-03-31-acme.md',
    ]) {
      expect(attributeNotice(url, ours)).toBeUndefined()
    }
  })
})

describe('content', () => {
  it('is skipped with a reason only when it can hold no source text', () => {
    expect(skipContent({ path: 'src/a.ts', bytes: 100 })).toBeUndefined()
    expect(skipContent({ path: 'LICENSE', bytes: 1 })).toBeUndefined()
    expect(skipContent({ path: 'dist/bundle.js.map', bytes: 15_000_000 })).toBeUndefined()
    expect(skipContent({ path: 'logo.PNG', bytes: 100 })).toMatch(/png/)
    expect(skipContent({ path: 'png', bytes: 100 })).toBeUndefined()
    expect(skipContent({ path: 'data.json', bytes: 20_000_001 })).toMatch(/larger/)
    expect(skipContent({ path: 'a.ts', bytes: 0 })).toBe('empty')
  })
})
