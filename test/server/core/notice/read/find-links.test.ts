import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repositoryUrl, materialUrl } from '../../../../../server/core/notice/material-url.ts'
import { findLinks } from '../../../../../server/core/notice/read/find-links.ts'
import { anyPath } from '../samples.ts'

const names = (text: string): string[] =>
  findLinks(text).map((link) => (link.kind === 'repository' ? `${link.owner}/${link.name}` : link.kind))

describe('findLinks', () => {
  it.each([
    ['github.com/a/b', ['a/b']],
    ['http://www.github.com/a/b', ['a/b']],
    ['//github.com/a/b', ['a/b']],
    ['https: //github.com/a/b', ['a/b']],
    ['https://github.com/a/b.git', ['a/b']],
    ['https://github.com/a/b?tab=readme-ov-file#L10', ['a/b']],
    ['https://raw.githubusercontent.com/a/b/main/x.apk', ['a/b']],
    ['https://api.github.com/repos/a/b/contents/x', ['a/b']],
    ['https://github.com/a/b, https://github.com/c/d; (https://github.com/e/f).', ['a/b', 'c/d', 'e/f']],
    ['https://github.com/a/b，https://github.com/c/d。', ['a/b', 'c/d']],
    ['https://github.com/a/bhttps://github.com/c/d', ['a/b', 'c/d']],
    ['github.com/a/b,github.com/c/d', ['a/b', 'c/d']],
    ['"https://github.com/a/b"', ['a/b']],
    ['VM713:3 https://github.com/a/b', ['a/b']],
    ['https://github.com/a/.github', ['a/.github']],
    ['https://github.com/a/16.0', ['a/16.0']],
    ['https://github.com/a/b_ https://github.com/a/b-', ['a/b_', 'a/b-']],
    ['https://github.com/a/apps.example.com.', ['a/apps.example.com']],
    ['https://github.com/a', ['owner']],
    ['https://github.com/a/[private]', ['owner']],
    ['https://gist.github.com/a/0123', ['gist']],
    ['https://a.github.io/b/', ['pages']],
    ['https://www.npmjs.com/package/@a/b/v/1.2.3', ['npm']],
    ['https://github.com/github/dmca/blob/master/2026/03/x.md', ['notice']],
    ['https://docs.github.com/en/articles https://help.github.com/articles/x', []],
    ['https://github.com/orgs/a/repositories https://github.com/topics/x', []],
    ['mail support@github.com or www.github.com', []],
    ['https://notgithub.com/a/b https://github.com.evil.example/a/b', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('tells a whole repository from what is deeper; a branch alone is the whole', () => {
    const deeper = (text: string) => findLinks(text).map((link) => link.kind === 'repository' && link.deeper)
    expect(deeper('https://github.com/a/b https://github.com/a/b/ https://github.com/a/b/tree/main')).toEqual(
      [false, false, false],
    )
    expect(deeper('https://github.com/a/b/blob/main/x https://github.com/a/b/tree/main/src')).toEqual([
      true,
      true,
    ])
  })

  it('finds every address that a notice writes, whole, in running text', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/).filter((it) => !/^\.{1,2}$|\.git$/i.test(it))
    const wrap = fc.constantFrom(
      ['', ''],
      ['(', ')'],
      ['see ', ', and'],
      ['**', '**'],
      ['"', '".'],
      ['- ', ''],
      ['', '。'],
    )
    fc.assert(
      fc.property(name, anyPath, wrap, fc.boolean(), (repository, path, [before, after], file) => {
        const target = { owner: 'ann-1', name: repository }
        const url = file ? materialUrl(target, { ref: 'refs/heads/feature/x', path }) : repositoryUrl(target)
        const [found, ...others] = findLinks(`${before}${url}${after}`)
        expect(others).toEqual([])
        expect(found).toMatchObject({ kind: 'repository', owner: 'ann-1', name: repository, deeper: file })
        if (file)
          expect(decodeURIComponent(found!.url)).toBe(
            `https://github.com/ann-1/${repository}/blob/feature/x/${path}`,
          )
      }),
    )
  })
})
