import { describe, expect, it } from 'vitest'
import { formQuestions as q } from '../../../../../server/core/notice/form.ts'
import { checkNoticeText } from '../../../../../server/core/notice/check-notice-text.ts'
import { readPublishedNotice } from '../../../../../server/core/notice/read/read-published-notice.ts'

const read = (text: string, path = '2026/03/2026-03-31-orbit.md') => readPublishedNotice(path, text)

const ticks = [
  'I have a good faith belief that use of the copyrighted materials described above on the infringing web pages is not authorized by the copyright owner, or its agent, or the law.',
  'I have taken <a href="https://www.lumendatabase.org/topics/22">fair use</a> into consideration.',
  'I swear, under penalty of perjury, that the information in this notification is accurate and that I am the copyright owner, or am authorized to act on behalf of the owner, of an exclusive right that is allegedly infringed.',
  'I have read and understand GitHub\'s <a href="https://docs.github.com/articles/guide-to-submitting-a-dmca-takedown-notice/">Guide to Submitting a DMCA Takedown Notice</a>.',
]
const allMade = { goodFaith: true, fairUse: true, perjury: true, guide: true, representativeForks: false }

/** Questions in bold with their answers, as they are published. */
function form(pairs: [string, string][], statements: string[] = ticks): string {
  const asked = pairs.map(([question, answer]) => `**${question}**\n\n${answer}\n`)
  return [...asked, ...statements.map((statement) => `**${statement}**\n`)].join('\n')
}

const current: [string, string][] = [
  [q.role, 'Yes, I am the copyright holder.'],
  [q.workUrl, 'https://github.com/orbit/sdk'],
  [q.scopeHeading, ''],
  [q.scope, 'The entire repository is infringing'],
  [q.repositories, 'https://github.com/leaker/Orbit'],
  [q.measures, 'No'],
  [q.forks, 'https://github.com/ann/orbit  \nhttps://github.com/bob/orbit.'],
  [q.openSource, 'No'],
]

describe('the form of 2025', () => {
  const expected = {
    kind: 'takedown',
    date: '2026-03-31',
    repositories: ['ann/orbit', 'bob/orbit', 'leaker/orbit'],
    forks: ['ann/orbit', 'bob/orbit'],
    entireRepository: true,
    statements: allMade,
    antiCircumvention: false,
    openSourceLicensed: false,
    networkSize: null,
    preprocessingOpportunity: false,
    hasInvalid: false,
  }
  it('is read field by field; the address of the original is not a claim', () => {
    expect(read(form(current))).toMatchObject(expected)
  })

  it('is the same without bold, with Windows line ends, curly quotes, hard spaces and marks before questions', () => {
    const text = form(current)
    for (const variant of [
      text.replaceAll('**', ''),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replaceAll("'", '’'),
      text.replaceAll('in the', 'in\u00A0the').replaceAll('infringing', 'infring\u200Bing'),
      text.replaceAll(/^\*\*/gm, '> **'),
    ]) {
      expect(read(variant)).toMatchObject(expected)
    }
  })

  it('takes the sentence about a sample of forks as a statement, also in the middle of the list', () => {
    const sentence =
      '**Based on the representative number of forks I have reviewed, I believe that all or most of the forks are infringing to the same extent as the parent repository.**'
    const text = form(current).replace('https://github.com/bob', `${sentence}\n\nhttps://github.com/bob`)
    expect(read(text)).toMatchObject({
      ...expected,
      statements: { ...allMade, representativeForks: true },
    })
  })

  it('lets the claim win where it names the same repository as the original', () => {
    const text = form(current).replace('https://github.com/orbit/sdk', 'https://github.com/leaker/orbit')
    expect(read(text).repositories).toContain('leaker/orbit')
  })

  it('looks into other answers only where claim and forks name nothing', () => {
    const pairs: [string, string][] = [
      [
        q.authority,
        'I wrote it. It was copied to https://github.com/leaker/orbit/blob/main/a.ts#L10 by somebody.',
      ],
      [q.workUrl, 'https://github.com/orbit/sdk'],
      [q.scope, 'Specific files within the repository are infringing'],
      [q.files, 'See above.'],
    ]
    expect(read(form(pairs))).toMatchObject({ repositories: ['leaker/orbit'], entireRepository: false })
  })
})

describe('older forms', () => {
  const statement =
    'I swear, under penalty of perjury, that the information in this notification is accurate and that I am the copyright owner.'
  const typed = `Type (or copy and paste) the following statement: "${statement}"`
  it('count a statement only when it is the answer, not when the question quotes it', () => {
    const unanswered = form(
      [
        ['What files should be taken down?', 'https://github.com/a/b'],
        [typed, ''],
      ],
      [],
    )
    const answered = form(
      [
        ['What files should be taken down?', 'https://github.com/a/b'],
        [typed, statement],
      ],
      [],
    )
    expect(read(unanswered).statements.perjury).toBe(false)
    expect(read(answered).statements.perjury).toBe(true)
  })

  it('are read when a mail program broke the bold questions over lines, or put answers on them', () => {
    const text = `**Have you searched for any forks of the allegedly infringing files or\nrepositories? Each fork is a distinct repository and must be identified\nseparately if you believe it is infringing and wish to have it taken down.** https://github.com/c/d\n
**What files should be taken down? Please provide URLs for each file, or\nif the entire repository, the repository’s URL:** https://github.com/a/b/blob/main/x.ts\n
**Please confirm that you have you have read our Guide to Submitting a DMCA Takedown Notice: https://help.github.com/articles/guide/** Yes`
    expect(read(text)).toMatchObject({
      repositories: ['a/b', 'c/d'],
      forks: ['c/d'],
      entireRepository: false,
      statements: { guide: true },
    })
  })

  it('know scope by words or by addresses, and leave a mixed one open', () => {
    const scope = (answer: string) =>
      read(form([['What files should be taken down?', answer]])).entireRepository
    expect(scope('https://github.com/a/b')).toBe(true)
    expect(scope('https://github.com/a/b/tree/main')).toBe(true)
    expect(scope('The whole repository, see https://github.com/a/b/tree/main/src')).toBe(true)
    expect(scope('https://github.com/a/b/tree/main/src')).toBe(false)
    expect(scope('https://github.com/a/b and https://github.com/c/d/blob/main/x')).toBe(null)
    expect(scope('https://gist.github.com/a/0123456789abcdef')).toBe(null)
    expect(scope('https://github.com/a/b/blob/main/entire-project/all/x repo')).toBe(false)
    expect(scope('All font files must go:\nhttps://github.com/a/b/tree/main/fonts')).toBe(false)
  })

  it('read breadcrumbs as repositories where they make a list', () => {
    const forks = 'Have you searched for any forks of the allegedly infringing files or repositories?'
    const list = '• ann / orbit\n• bob / orbit l,W\n• 16 / 9'
    const pairs: [string, string][] = [
      ['What files should be taken down?', '[invalid]'],
      [forks, list],
    ]
    expect(read(form(pairs))).toMatchObject({ forks: ['16/9', 'ann/orbit', 'bob/orbit'], hasInvalid: true })
    const one: [string, string][] = [
      ['What files should be taken down?', 'and / or'],
      [forks, ''],
    ]
    expect(read(form(one)).repositories).toEqual([])
  })

  it('know yes and no in several languages, and neither', () => {
    const licensed = (answer: string) =>
      read(
        form([
          ['What files should be taken down?', 'x'],
          ['Is the work licensed under an open source license?', answer],
        ]),
      ).openSourceLicensed
    expect([licensed('Yes, GPL'), licensed('是的'), licensed('Sí')]).toEqual([true, true, true])
    expect([licensed('No.'), licensed("It's not open source"), licensed('否')]).toEqual([false, false, false])
    for (const text of [
      'It is under a proprietary license and not under open source',
      'There is no open source license for the project',
    ])
      expect(licensed(text)).toBe(false)
    expect([licensed(''), licensed('N/A'), licensed('Portions of it')]).toEqual([null, null, null])
  })
})

describe('letters', () => {
  const letter = `To whom it may concern,

Original work:

https://github.com/orbit/sdk

Reported repositories, copied without permission:

https://github.com/leaker/orbit
2) github.com/ann/orbit.git, https://www.github.com/bob/Orbit-_
**https://github.com/eve/.orbit**
[mallory](https://github.com/mallory/orbit?tab=readme)

They violate 17 U.S.C. § 1201. I have a good-faith belief that this is unauthorized. I declare under penalty of
perjury that this is accurate.

Sincerely,
Ada Diaz`

  it('claim what they name, but what they introduce as their own', () => {
    expect(read(letter)).toMatchObject({
      repositories: ['ann/orbit', 'bob/orbit-_', 'eve/.orbit', 'leaker/orbit', 'mallory/orbit'],
      forks: [],
      entireRepository: null,
      openSourceLicensed: null,
      antiCircumvention: true,
      statements: {
        goodFaith: true,
        fairUse: false,
        perjury: true,
        guide: false,
        representativeForks: false,
      },
    })
  })

  it('take an own address within a sentence for what it is', () => {
    const text =
      'The repository https://github.com/leaker/orbit is a copy of our repository https://github.com/orbit/sdk.'
    expect(read(text).repositories).toEqual(['leaker/orbit'])
  })

  it('take a label on the line of an address for that line, and one on its own line for the list below', () => {
    const inline = `These copy our course:

https://github.com/a/one
Original content: https://orbit.example/one
https://github.com/b/two
Original content: [private]
https://github.com/c/three`
    expect(read(inline).repositories).toEqual(['a/one', 'b/two', 'c/three'])
    const above = `Original works:
https://github.com/orbit/one
https://github.com/orbit/two

Infringing:
https://github.com/a/one`
    expect(read(above).repositories).toEqual(['a/one'])
  })

  it('hear neither an original that is infringed upon, nor what stands in brackets', () => {
    const upon =
      'The repository is infringing upon the original work identified\nhttps://github.com/leaker/orbit'
    expect(read(`${upon}\n\n[invalid]`).repositories).toEqual(['leaker/orbit'])
    const brackets = 'Copied file (original: app.ts): https://github.com/leaker/orbit'
    expect(read(`${brackets}\n\n[invalid]`).repositories).toEqual(['leaker/orbit'])
  })

  it('read addresses that were made harmless', () => {
    expect(read('hxxps://github[.]com/leaker/orbit').repositories).toEqual(['leaker/orbit'])
  })

  it('claim something: where all seems to be their own, it is claimed, unless GitHub struck the claim out', () => {
    const text = 'My project was published at https://github.com/leaker/orbit'
    expect(read(text).repositories).toEqual(['leaker/orbit'])
    expect(read(`${text}\n\n[invalid]`).repositories).toEqual([])
  })

  it('know a whole repository by words, files by addresses, and else leave it open', () => {
    expect(read('The entire repository infringes: https://github.com/a/b').entireRepository).toBe(true)
    expect(read('Remove https://github.com/a/b/blob/main/x.ts').entireRepository).toBe(false)
    expect(read('Remove https://github.com/a/b').entireRepository).toBe(null)
    expect(read('Not the entire repository, only https://github.com/a/b/blob/main/x').entireRepository).toBe(
      false,
    )
  })
})

describe('hostile texts', () => {
  const units = [
    'a',
    ' ',
    '\n',
    '[',
    ']',
    '(',
    '"',
    '/',
    '-',
    '*',
    '_',
    '<a ',
    '&amp;',
    '[a](',
    '1. ',
    'a@',
    ': ',
    '. ',
    'our project ',
  ]
  const more = [
    'https://github.com/',
    'https://github.com/a/b ',
    'x.github.io/',
    'are you ',
    '[private]\n',
    '• a / b\n',
    'Because the reported network ',
    'Original work:\n',
  ]
  it.each([...units, ...more])('are read in time that grows with their length: %j', (unit) => {
    const text = unit.repeat(200_000 / unit.length)
    expect(read(text).kind).toBe('takedown')
    expect(read(text, '2026/04/2026-04-01-orbit-retraction.md').kind).toBe('retraction')
    expect(checkNoticeText(text).complete).toBe(false)
  })
})

describe("GitHub's notes", () => {
  const overHundred = (size: string): string =>
    `Note: Because the reported network that contained the allegedly infringing content was larger than one hundred (100) repositories, and the submitter alleged that all or most of the forks were infringing to the same extent as the parent repository, GitHub processed the takedown notice against the entire network of ${size}repositories, inclusive of the parent repository.\n\n---\n\n`
  const before =
    'Before disabling any content in relation to this takedown notice, GitHub\n- contacted the owners of some or all of the affected repositories to give them an opportunity to [make changes](https://docs.github.com/x).\n\nTo learn about when and why GitHub may process some notices this way, please visit our [README](https://github.com/github/dmca/blob/master/README.md).\n\n---\n\n'

  it('give the size of a network in every spelling', () => {
    const sizes = ['9,225 ', '8.1K ', '3.2k ', '**24** ', '_24_ ', '[481] ', '173', '3879 ', ''].map(
      (size) => {
        const notice = read(overHundred(size) + form(current))
        return [notice.networkSize, notice.networkReason]
      },
    )
    expect(sizes.map(([size]) => size)).toEqual([9225, 8100, 3200, 24, 24, 481, 173, 3879, null])
    expect(new Set(sizes.map(([, reason]) => reason))).toEqual(new Set(['over-100']))
  })

  it('are not the words of the submitter, and name no repository', () => {
    const notice = read(before + overHundred('101 ') + form(current))
    expect(notice).toMatchObject({
      preprocessingOpportunity: true,
      networkSize: 101,
      repositories: ['ann/orbit', 'bob/orbit', 'leaker/orbit'],
    })
    expect(notice.extra.networks).toEqual([{ size: 101, reason: 'over-100' }])
  })
})

it('a sentence of the submitter that begins like a note is not one', () => {
  const text =
    'https://github.com/a/b\n\nBecause the entire repository consists of our works, no partial remedy will do.'
  expect(read(text)).toMatchObject({ entireRepository: true, networkSize: null, repositories: ['a/b'] })
})

it('the originating repository of a letter is its own', () => {
  const text =
    'The originating repository can be found here (not to be removed):\nhttps://github.com/a/own\nThe forked copy can be found here (to be removed):\nhttps://github.com/b/copy'
  expect(read(text).repositories).toEqual(['b/copy'])
})

describe('other kinds', () => {
  it('are told by the name of the file alone', () => {
    const kinds = [
      '2026/03/2026-03-31-orbit-2-counternotice.md',
      '2026/03/2026-03-31-orbit-counter-notice.md',
      '2026/02/2026-02-19-orbit-counter.md',
      '2015/2015-06-01-Orbit-CounterNotice.md',
      '2026/03/2026-03-31-orbit-retraction-2.md',
      '2026/03/2026-03-31-orbit-counternotice-retraction.md',
      '2026/03/2026-03-31-orbit-reversal.md',
      '2026/03/2026-03-31-legal-utopia.md',
      '2018/2018-01-01-gdpr-cookie-notice.md',
      '2018/2018-01-01-AdvancedFPSCounter.md',
    ].map((path) => read('', path).subkind)
    expect(kinds).toEqual([
      'counternotice',
      'counternotice',
      'counternotice',
      'counternotice',
      'retraction',
      'counternotice-retraction',
      'reversal',
      'takedown',
      'takedown',
      'takedown',
    ])
  })

  it('take the date of the name and say when the folder disagrees', () => {
    const notice = read('', '2026/08/2027-08-13-orbit.md')
    expect(notice).toMatchObject({ date: '2027-08-13', extra: { dateSuspect: true } })
    expect(read('', '2011/2011-01-27-orbit.markdown')).toMatchObject({
      date: '2011-01-27',
      extra: { dateSuspect: false },
    })
  })

  it('of a counter notice the disputed repositories and its own statements', () => {
    const text = form(
      [
        [
          'What files were taken down? Please provide URLs for each file, or if the entire repository, the repository’s URL.',
          'https://github.com/ann/orbit',
        ],
        [
          'Do you want to make changes to your repository or do you want to dispute the notice?',
          'Dispute the notice.',
        ],
      ],
      [
        'I swear, under penalty of perjury, that I have a good-faith belief that the material was removed or disabled as a result of a mistake or misidentification of the material to be removed or disabled.',
        'Please confirm that you have you have read our <a href="https://docs.github.com/x">Guide to Submitting a DMCA Counter Notice</a>.',
      ],
    )
    expect(read(text, '2026/04/2026-04-02-orbit-counternotice.md')).toMatchObject({
      kind: 'counter',
      repositories: ['ann/orbit'],
      entireRepository: true,
      statements: { goodFaith: true, perjury: true, guide: true, fairUse: false },
      antiCircumvention: null,
      openSourceLicensed: null,
    })
  })

  it('of a retraction what is given back, and apart from it what stays', () => {
    const path = '2026/04/2026-04-01-orbit-retraction.md'
    const both = `Please re-enable:\nhttps://github.com/ann/orbit\n\nPlease keep the following repositories disabled:\nhttps://github.com/leaker/orbit`
    expect(read(both, path)).toMatchObject({
      kind: 'retraction',
      repositories: ['ann/orbit'],
      extra: { exceptRepositories: ['leaker/orbit'] },
    })
    const exclusion =
      'We retract the notice at https://github.com/github/dmca/blob/master/2026/03/2026-03-31-orbit.md as to all repositories except https://github.com/leaker/orbit.'
    expect(read(exclusion, path)).toMatchObject({
      repositories: [],
      extra: { exceptRepositories: ['leaker/orbit'], refersTo: ['2026/03/2026-03-31-orbit.md'] },
    })
  })
})
