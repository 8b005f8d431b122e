import { describe, expect, it } from 'vitest'
import { applyOwnWords } from '../../../../server/core/notice/own-words.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { judgeTypedNames } from '../../../../server/core/notice/judge-typed-names.ts'
import { candidateOf, inputOf } from './samples.ts'

const [draft] = draftNotices(inputOf([candidateOf(2, 'leaker/orbit')])).notices
const copies = [
  { owner: 'leaker', name: 'orbit' },
  { owner: 'bob', name: 'fork' },
]
const spokenOf = (description: string) =>
  judgeTypedNames(
    applyOwnWords(draft!.document, { description }),
    copies,
    ({ owner }) => owner === 'orbit',
  ).map(({ repository, part }) => `${part} ${repository}`)

describe('names in what a person typed', () => {
  it.each([
    'A tool; see also https://github.com/bob/fork and all of its forks.',
    'A tool; github.com/bob/fork/tree/main',
    'A tool, copied by Bob/Fork, too.',
    'A tool (bob/fork)',
    'A tool; git clone https://example.org/bob/fork.git',
  ])('are refused where the notice does not name them: %s', (text) => {
    expect(spokenOf(text).map((one) => one.toLowerCase())).toEqual(['description bob/fork'])
  })

  it.each([
    'as in https://github.com/carol/innocent',
    'as in git@github.com:carol/innocent.git',
    'as in ssh://git@github.com/carol/innocent.git',
  ])('are refused by their address alone, whoever they are: %s', (text) => {
    expect(spokenOf(text)).toEqual(['description carol/innocent'])
  })

  it.each([
    'A tool.',
    'A tool, as published at https://github.com/leaker/orbit by leaker/orbit.',
    'Our own https://github.com/orbit/sdk is public.',
    'kept in bob/forklift, in bob/fork.d, in bob/fork.github and in a-bob/fork',
  ])('are fine where they are named or official, or no name: %s', (text) => {
    expect(spokenOf(text)).toEqual([])
  })
})
