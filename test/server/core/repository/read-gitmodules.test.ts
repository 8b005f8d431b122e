import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readGitmodules } from '../../../../server/core/repository/read-gitmodules.ts'

const own = { owner: 'kim', name: 'tools' }

it('reads where submodules lead to, addresses relative to the repository too', () => {
  const text = `
[submodule "engine"]
  path = engine
  url = https://github.com/eve/leak.git
[submodule "ssh"]
\tpath=s
\turl = git@github.com:eve/other.git
[submodule "beside"]
  path = b
  url = ../sibling.git
[submodule "elsewhere"]
  path = e
  url = https://gitlab.com/a/b
[submodule "broken"]
  path = x
`
  expect(readGitmodules(text, own).map(({ path, repository }) => [path, repository])).toEqual([
    ['engine', { owner: 'eve', name: 'leak' }],
    ['s', { owner: 'eve', name: 'other' }],
    ['b', { owner: 'kim', name: 'sibling' }],
    ['e', undefined],
  ])
})

it('takes anything for text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readGitmodules(text, own)
      readGitmodules(`[submodule "a"]\nurl = ${text}`, own)
    }),
  )
})
