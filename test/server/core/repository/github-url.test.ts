import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGitHubUrl } from '../../../../server/core/repository/github-url.ts'
import { formatPermalink } from '../../../../server/core/repository/permalink.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'
const repository = { kind: 'repository', owner: 'acme', name: 'sdk' }

const owner = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}q$/)
const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,30}[A-Za-z0-9_-]$/).filter((text) => !/\.git$/i.test(text))
/** Any file name that git takes: every Unicode character but `/` and NUL, never `.` or `..`. */
const fileName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[/\0]/g, '_'))
  .filter((text) => !/^\.{1,2}$/.test(text))
const path = fc.array(fileName, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'))

describe('an address on GitHub', () => {
  it('is read back from a permalink, whatever characters the path holds', () => {
    fc.assert(
      fc.property(owner, name, path, fc.nat(9999), fc.nat(99), (owner, name, path, first, more) => {
        const lines: [number, number] = [first + 1, first + 1 + more]
        const link = formatPermalink({ owner, name }, commit, path, lines)
        expect(parseGitHubUrl(link)).toEqual({ kind: 'file', owner, name, ref: commit, path, lines })
        expect(link).toMatch(/^https:\/\/github\.com\/[A-Za-z0-9\-_./%]+(\?plain=1)?#L\d+(-L\d+)?$/)
      }),
    )
  })

  it('survives the punctuation and brackets of a sentence around it', () => {
    const around = fc.constantFrom(
      ['<', '>'],
      ['(', ').'],
      ['**', '**'],
      ['"', '",'],
      ['`', '`'],
      ['- ', ' '],
      ['', '。'],
    )
    fc.assert(
      fc.property(owner, name, path, around, (owner, name, path, [before, after]) => {
        const link = formatPermalink({ owner, name }, commit, path)
        expect(parseGitHubUrl(`${before}${link}${after}`)).toEqual(parseGitHubUrl(link))
      }),
    )
  })

  it.each([
    'https://github.com/acme/sdk',
    'http://www.github.com/acme/sdk/',
    'github.com/acme/sdk',
    '//github.com/acme/sdk.',
    'https: //github.com/acme/sdk',
    'https://GitHub.com/acme/sdk.git',
    'https://user:secret@github.com/acme/sdk.git',
    'https://github.com:443/acme/sdk',
    'git@github.com:acme/sdk.git',
    'ssh://git@github.com/acme/sdk.git',
    'ssh://git@ssh.github.com:443/acme/sdk.git',
    'git://github.com/acme/sdk.git',
    'git+https://github.com/acme/sdk.git',
    'https://github.com/acme/sdk?tab=readme-ov-file',
    'https://github.com/acme/sdk#install',
    '[the copy](https://github.com/acme/sdk)',
    '[https://github.com/acme/sdk and](https://github.com/acme/sdk)',
    '\u200Bhttps://github.com/acme/sdk\u00A0',
    'https://github.com/acme/sdk；',
    'https://github.dev/acme/sdk',
    'https://api.github.com/repos/acme/sdk',
  ])('%s is the repository', (text) => {
    expect(parseGitHubUrl(text)).toEqual(repository)
  })

  it.each([
    ['https://github.com/acme/sdk/tree/main', { ...repository, ref: 'main' }],
    [
      'https://github.com/acme/sdk/tree/refs/heads/a%2Bb/src',
      { kind: 'folder', ref: 'refs/heads/a+b', path: 'src' },
    ],
    ['https://codeload.github.com/acme/sdk/zip/refs/tags/v1', { ...repository, ref: 'refs/tags/v1' }],
    [
      'github.com/acme/sdk/blob/main/src/a%20b.ts#L10',
      { kind: 'file', ref: 'main', path: 'src/a b.ts', lines: [10, 10] },
    ],
    ['https://github.com/acme/sdk/blob/v1/a.ts#L20C3-L10C1', { kind: 'file', lines: [10, 20] }],
    ['https://github.com/acme/sdk/raw/main/100%.md', { kind: 'file', path: '100%.md' }],
    [
      'https://raw.githubusercontent.com/acme/sdk/refs/heads/main/a.ts',
      { kind: 'file', ref: 'refs/heads/main', path: 'a.ts' },
    ],
    [
      'https://api.github.com/repos/acme/sdk/contents/src/a.ts?ref=main',
      { kind: 'file', ref: 'main', path: 'src/a.ts' },
    ],
    [`https://github.com/acme/sdk/commit/${commit}`, { kind: 'commit', ref: commit }],
    ['https://github.com/acme/sdk/issues/4', { kind: 'repository-page', page: 'issues', name: 'sdk' }],
    ['https://github.com/acme/.github', { kind: 'repository', name: '.github' }],
    ['https://github.com/acme/16.0', { kind: 'repository', name: '16.0' }],
    [
      'https://github.com/the-Lights-Off-/claude-code_',
      { kind: 'repository', owner: 'the-Lights-Off-', name: 'claude-code_' },
    ],
    ['https://github.com/acme/[private]', { kind: 'owner', owner: 'acme' }],
    ['https://github.com/acme', { kind: 'owner', owner: 'acme' }],
    ['https://gist.github.com/acme/0123456789abcdef0123456789abcdef', { kind: 'gist', owner: 'acme' }],
    ['https://gist.github.com/1234567.git', { kind: 'gist', owner: null, id: '1234567' }],
    ['https://acme.github.io/sdk/a.html', { kind: 'pages', owner: 'acme', path: 'sdk/a.html' }],
    ['https://api.github.com/repositories/1296269', { kind: 'repository-id', id: 1296269 }],
  ])('%s is more than its repository', (text, expected) => {
    expect(parseGitHubUrl(text)).toMatchObject(expected)
  })

  it.each([
    'https://github.com',
    'https://github.com.evil.example/acme/sdk',
    'https://github.com@evil.example/acme/sdk',
    'https://evil.example/github.com/acme/sdk',
    'https://evil.example/?https://github.com/acme/sdk',
    'https://docs.github.com/acme/sdk',
    'https://github.com/orgs/acme/repositories',
    'https://github.com/search?q=a',
    'https://github.com/contact/dmca',
    'acme/sdk',
    'file.ts',
    '',
    'javascript:github.com/acme/sdk',
    `https://github.com/acme/sdk${'.'.repeat(100_000)}x`,
  ])('%s is none', (text) => {
    expect(parseGitHubUrl(text)).toBeUndefined()
  })

  it('never throws, and never names what could not be a repository', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((tail) => `https://github.com/${tail}`),
      fc
        .array(fc.constantFrom('github.com', '/', 'a', '.', '..', '.git', '%', '#L', '@', ':', '[', ')'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const url = parseGitHubUrl(text)
        if (url === undefined || !('name' in url)) return
        expect(url.owner).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
        expect(url.name).toMatch(/^(?!\.{1,2}$)[A-Za-z0-9._-]+$/)
      }),
    )
  })
})

describe('a permalink', () => {
  it('shows the source of a file that GitHub would render, when it points at lines', () => {
    expect(formatPermalink({ owner: 'a', name: 'b' }, commit, 'README.md', [3, 3])).toMatch(
      /README\.md\?plain=1#L3$/,
    )
    expect(formatPermalink({ owner: 'a', name: 'b' }, commit, 'README.md')).toMatch(/README\.md$/)
  })

  it('holds no character that a mail program, Markdown or a link finder would cut off', () => {
    fc.assert(
      fc.property(path, (path) => {
        expect(formatPermalink({ owner: 'a', name: 'b' }, commit, path)).toMatch(/[A-Za-z0-9]$/)
      }),
    )
    for (const path of ['a.', 'a_', 'a-', 'a)', "a'", 'a*', 'a~', 'a/b!']) {
      expect(formatPermalink({ owner: 'a', name: 'b' }, commit, path)).toMatch(/%[0-9A-F]{2}$/)
    }
    expect(formatPermalink({ owner: 'a', name: 'b' }, commit, 'a\uD800b')).toContain('%EF%BF%BD')
  })
})
