import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTips } from '../../../../server/core/repository/read-tips.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'
const gist = 'aa5a315d61ae9438b18d1234567890ab'

describe('tips', () => {
  it.each([
    ['https://github.com/eve/leak', 'eve/leak'],
    ['http://www.github.com/eve/leak/', 'eve/leak'],
    ['eve/leak', 'eve/leak'],
    ['git@github.com:eve/leak.git', 'eve/leak'],
    ['ssh://git@github.com/eve/leak', 'eve/leak'],
    ['git clone https://github.com/eve/leak.git && cd leak', 'eve/leak'],
    ['https://github.com/eve/leak/tree/main/src', 'eve/leak'],
    ['https://github.com/eve/leak/blob/main/src/a.ts#L10-L20', 'eve/leak'],
    ['https://github.com/eve/leak/pull/3/files', 'eve/leak'],
    ['https://raw.githubusercontent.com/eve/leak/main/a.ts', 'eve/leak'],
    ['https://codeload.github.com/eve/leak/tar.gz/refs/heads/main', 'eve/leak'],
    ['https://github.com/eve/leak/archive/refs/tags/v1.zip', 'eve/leak'],
    ['https://github.com/eve/leak/releases/download/v1/a.zip', 'eve/leak'],
    ['https://api.github.com/repos/eve/leak/git/trees/main', 'eve/leak'],
    ['> see <https://github.com/eve/leak>, please.', 'eve/leak'],
    ['| [copy](https://github.com/eve/leak) | found today |', 'eve/leak'],
    ['<a href="https://github.com/eve/leak?tab=readme">here</a>', 'eve/leak'],
    ['https://example.safelinks.test/?url=https%3A%2F%2Fgithub.com%2Feve%2Fleak&data=05', 'eve/leak'],
    ['https: //github.com/eve/leak', 'eve/leak'],
    ['https://api.github.com/repositories/1296269', '1296269'],
  ])('%s names %s', (line, repository) => {
    expect(readTips(line)).toMatchObject({ repositories: [repository], unusable: [], proseLines: 0 })
  })

  it('names gists, owners, and commits that are searched for wherever they are', () => {
    const tips = readTips(
      [
        `https://gist.github.com/eve/${gist}#file-a-ts`,
        `https://gist.githubusercontent.com/eve/${gist}/raw/a.ts`,
        'https://github.com/mallory',
        `https://github.com/eve/leak/commit/${sha}`,
        `https://github.com/Eve/Leak/blob/${sha}/a.ts`,
        'https://github.com/eve/leak/commit/0123456',
      ].join('\n'),
    )
    expect(tips).toEqual({
      repositories: ['eve/leak'],
      gists: [gist],
      commits: [sha],
      owners: ['mallory'],
      unusable: [],
      proseLines: 0,
    })
  })

  it('are read out of an e-mail, with several in a line and lines that were wrapped', () => {
    const mail = [
      'From: a@example.com',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Hello, we found two: https://github.com/eve/leak and https://github.com/mal=',
      'lory/copy.',
      'https://github.com/a/bhttps://github.com/c/d',
      'Regards',
    ].join('\r\n')
    const tips = readTips(mail)
    expect(tips.repositories).toEqual(['eve/leak', 'mallory/copy', 'a/b', 'c/d'])
    expect(tips.unusable).toEqual(['Regards'])
    expect(tips.proseLines).toBe(2)
  })

  it('tell which lines could not be used: what somebody meant is not dropped', () => {
    const lines = ['https://gitlab.com/eve/leak', 'nonsense', 'see the Github page', 'https://github.com/']
    expect(readTips(lines.join('\n'))).toMatchObject({ repositories: [], unusable: lines })
    expect(readTips('https://github.com/github/dmca/blob/master/2026/01/a.md').repositories).toEqual([])
  })

  it('never throw, and lose no line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
        const { repositories } = readTips(lines.join('\n'))
        for (const name of repositories) expect(name).toMatch(/^(?:\d+|[\w-]+\/[\w.-]+)$/)
      }),
    )
    readTips(`https://github.com/${'a/'.repeat(50_000)}`)
    readTips('https%3A%2F%2F'.repeat(10_000))
  })
})
