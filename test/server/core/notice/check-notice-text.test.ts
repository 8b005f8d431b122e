import { describe, expect, it } from 'vitest'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { formQuestions as q } from '../../../../server/core/notice/form.ts'

const letter = {
  work: 'Original work: the Orbit command line tool, published at https://orbit.example/cli',
  material: 'Infringing material: https://github.com/leaker/orbit',
  goodFaith:
    'I have a good faith belief that use of the material is not authorized by the copyright owner, its agent, or the law.',
  perjury:
    'The information in this notification is accurate, and under penalty of perjury, I am authorized to act on behalf of the owner.',
  contact: 'Telephone: +1 415 555 0100',
  signature: '/s/ Ada Diaz',
}

const write = (parts: Partial<Record<keyof typeof letter, string>> = {}): string =>
  Object.values({ ...letter, ...parts })
    .filter((part) => part !== '')
    .join('\n\n')

describe('the elements of a letter', () => {
  it('are all present where each is said, and the two that only GitHub asks for do not count', () => {
    const check = checkNoticeText(write())
    expect(Object.values(check.statutory)).toEqual(Array(6).fill('present'))
    expect(check).toMatchObject({ complete: true, github: { guide: 'missing', fairUse: 'missing' } })
    expect(check.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning guide-missing',
      'warning fair-use-missing',
    ])
  })

  it.each([
    ['i_signature', { signature: '' }, 'missing'],
    ['ii_work', { work: 'We own certain rights.' }, 'partial'],
    ['iii_material', { material: 'Many repositories infringe.', work: 'Original work: Orbit' }, 'partial'],
    ['iv_contact', { contact: '' }, 'missing'],
    ['iv_contact', { contact: 'Write to ada@orbit.example', signature: 'Signature: Ada Diaz' }, 'partial'],
    ['v_goodFaith', { goodFaith: '' }, 'missing'],
    [
      'v_goodFaith',
      { goodFaith: 'The use is not authorized by the owner, its agent, or the law.' },
      'partial',
    ],
    ['vi_accuracyPerjury', { perjury: '' }, 'missing'],
    ['vi_accuracyPerjury', { perjury: 'I swear under penalty of perjury that I am the owner.' }, 'partial'],
    ['vi_accuracyPerjury', { perjury: 'The information in this notice is accurate.' }, 'partial'],
  ] as const)('%s falls with what is left out: %o', (element, change, expected) => {
    const check = checkNoticeText(write(change))
    expect(check.statutory[element]).toBe(expected)
    expect(check.complete).toBe(false)
    expect(check.problems.map(({ code }) => code)).toContain(`element-${element}`)
  })

  it('take what GitHub struck out for what it was', () => {
    const redacted = write({
      contact: 'Phone: [private]',
      signature: 'Sincerely,\n\n[private]',
      material: '[invalid]',
    })
    expect(checkNoticeText(redacted).complete).toBe(true)
  })

  it('know the signature in its usual places', () => {
    for (const signature of [
      '/s/ Ada Diaz',
      'Signature: Ada Diaz',
      'Electronically signed:\n[private]',
      'Yours faithfully,\nAda Diaz',
      'Best regards\n\n[private]',
    ]) {
      expect(checkNoticeText(write({ signature })).statutory.i_signature).toBe('present')
    }
  })

  it('take other words for the statements, and their misspelling', () => {
    const other = write({
      goodFaith: 'We firmly believe that this was done without the permission of the owner.',
      perjury:
        'Under penalty of purjury: this information is accurate, and we are authorized to act on behalf of Orbit.',
    })
    expect(checkNoticeText(other).complete).toBe(true)
  })
})

describe('contradictions in a form', () => {
  const form = (pairs: [string, string][]): string[] => {
    const text = pairs.map(([question, answer]) => `${question}\n\n${answer}\n`).join('\n')
    return checkNoticeText(text).problems.map(({ code }) => code)
  }
  const entire: [string, string] = [q.scope, 'The entire repository is infringing']
  const specific: [string, string] = [q.scope, 'Specific files within the repository are infringing']

  it.each([
    ['scope-contradiction', [entire, [q.repositories, 'https://github.com/a/b/blob/main/x.ts']]],
    ['scope-contradiction', [specific, [q.files, 'https://github.com/a/b']]],
    ['claims-original', [[q.workUrl, 'https://github.com/A/B'], entire, [q.repositories, 'github.com/a/b']]],
    [
      'fork-is-claimed',
      [entire, [q.repositories, 'https://github.com/a/b'], [q.forks, 'https://github.com/a/b/']],
    ],
    [
      'open-source-contradiction',
      [
        [q.repositories, 'x'],
        [q.openSource, 'Yes'],
        [q.solution, 'Reported content must be removed'],
      ],
    ],
    [
      'remedy-not-removal',
      [
        [q.repositories, 'x'],
        [q.solution, 'Repository can be made private'],
      ],
    ],
    [
      'anti-circumvention',
      [
        [q.repositories, 'x'],
        [q.measures, 'Yes'],
      ],
    ],
    [
      'ticket-missing',
      [
        [q.revised, 'Yes'],
        [q.repositories, 'x'],
      ],
    ],
    [
      'personal-email',
      [
        [q.role, "Yes, I am authorized to act on the copyright owner's behalf."],
        [q.repositories, 'x'],
        [q.contact, 'ada@gmail.com'],
      ],
    ],
    [
      'personal-data',
      [
        [q.work, 'Ask ada@orbit.example'],
        [q.repositories, 'x'],
      ],
    ],
    [
      'representative-forks',
      [
        [q.repositories, 'x'],
        [q.forks, 'Based on the representative number of forks I have reviewed, all infringe.'],
      ],
    ],
    [
      'draft-mark',
      [
        ['DRAFT: not signed, not to be sent.', ''],
        [q.repositories, 'x'],
      ],
    ],
  ] as [string, [string, string][]][])('%s', (code, pairs) => {
    expect(form(pairs)).toContain(code)
  })

  it('are not found where there are none', () => {
    const codes = form([
      [q.workUrl, 'https://github.com/orbit/sdk'],
      entire,
      [q.repositories, 'https://github.com/a/b'],
      [q.forks, 'https://github.com/c/b'],
      [q.measures, 'No'],
      [q.openSource, 'No'],
      [q.solution, 'Reported content must be removed'],
    ])
    expect(codes.filter((code) => !code.startsWith('element-'))).toEqual([
      'guide-missing',
      'fair-use-missing',
    ])
  })
})

describe('what letters of other years taught', () => {
  it.each([
    'The copyrighted works infringed upon are the Orbit real time system and its documentation.',
    'My project Orbit (a server written in PHP) was published by unauthorized users.',
    'I am the owner of this code - it is a Ruby On Rails project I provided in an interview.',
    'One of our private repositories was cloned by another user.',
    "The user has decompiled Orbit's desktop application and uploaded it.",
    'Title of Work Being Infringed (if applicable): Assembly Programme 2024',
    'Product: Cormen - Introduction to algorithms',
    'We own the copyright in the works listed below.',
    'The following works are the copyrighted property of Orbit LLC.',
  ])('a work is named by: %s', (work) => {
    expect(checkNoticeText(write({ work })).statutory.ii_work).toBe('present')
  })

  it('the name and title of a person are no work', () => {
    const work = 'We own certain rights.\nName and Title: [private], Legal Assistant'
    expect(checkNoticeText(write({ work })).statutory.ii_work).toBe('partial')
  })

  it.each([
    'My contact information is:\n\n[private]',
    'My contact information is as follows:\nOrganization name: Orbit Inc.\n[private]',
    'Ph: 212-438-5670',
    'I May Be Contacted At: [private]',
    '[private]\nRedwood Shores, CA 94065',
  ])('a contact is: %s', (contact) => {
    expect(checkNoticeText(write({ contact })).statutory.iv_contact).toBe('present')
  })

  it('the authority to act may be had, not only given', () => {
    const perjury =
      'Under penalty of perjury I certify that the information is true and accurate, and I have the authority to act on behalf of the owner.'
    expect(checkNoticeText(write({ perjury })).statutory.vi_accuracyPerjury).toBe('present')
  })

  it('a redacted name with a full stop signs', () => {
    expect(
      checkNoticeText(write({ signature: 'Regards,\n\n[private].\n2018/03/31' })).statutory.i_signature,
    ).toBe('present')
  })
})
