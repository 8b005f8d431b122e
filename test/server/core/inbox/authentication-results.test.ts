import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAuthentication } from '../../../../server/core/inbox/authentication-results.ts'
import { matchMail } from '../../../../server/core/inbox/match-mail.ts'

const ticket = '1234567'
const stateOf = (authentication: string, authServer: string, sender = 'copyright@github.com') =>
  matchMail(
    { sender, subject: `DMCA ${ticket}`, text: '', authentication },
    [{ id: 'a-1', ticket }],
    authServer,
  ).state

/** As the large providers write it. */
const gmail =
  'mx.google.com; dkim=pass header.i=@github.com header.s=pf2023 header.b=AbC1; spf=pass (google.com: domain of noreply@github.com designates 192.0.2.7 as permitted sender) smtp.mailfrom=noreply@github.com; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=github.com'
const exchange =
  'spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=github.com; dkim=pass (signature was verified) header.d=github.com;dmarc=pass action=none header.from=github.com;compauth=pass reason=100'

describe('what our mail server says of a sender', () => {
  it.each([
    ['Gmail', gmail, 'mx.google.com'],
    ['Gmail, DKIM alone', gmail.replace(/; dmarc.*/, ''), 'mx.google.com'],
    ['Exchange Online, which does not name itself', exchange, 'none'],
    ['milters, in capitals', 'MX.Orbit.example 1; DMARC=Pass header.From=GitHub.com', 'mx.orbit.example'],
    ['blanks and folds', 'mx.orbit.example;\r\n\tdkim = pass\r\n\theader.d = github.com', 'mx.orbit.example'],
  ])('is believed: %s', (_, header, server) => {
    expect(stateOf(header, server)).toBe('linked')
  })

  it.each([
    ['another server', gmail, 'mx.orbit.example'],
    ['a header without a name where ours has one', exchange, 'mx.orbit.example'],
    ['a header with a name where ours has none', gmail, 'none'],
    ['DMARC failed', gmail.replace('dmarc=pass', 'dmarc=fail'), 'mx.google.com'],
    ['passed by best guess', gmail.replace('dmarc=pass', 'dmarc=bestguesspass'), 'mx.google.com'],
    ['another domain', gmail.replaceAll('github.com', 'github.com.evil.example'), 'mx.google.com'],
    ['a domain below', gmail.replace('header.from=github.com', 'header.from=x.github.com'), 'mx.google.com'],
    [
      'a result in a quoted sender',
      'mx; spf=pass smtp.mailfrom="a; dmarc=pass header.from=github.com;"@evil.example',
      'mx',
    ],
    ['a result in a comment', 'mx; dkim=fail (x; dkim=pass header.d=github.com) header.d=github.com', 'mx'],
    [
      'a result in a comment in a comment',
      'mx; dkim=fail (x (y) dkim=pass; dkim=pass header.d=github.com)',
      'mx',
    ],
    [
      'a second DMARC result',
      'mx; dmarc=fail header.from=github.com; dmarc=pass header.from=github.com',
      'mx',
    ],
    ['a second property', 'mx; dkim=pass header.d=evil.example header.d=github.com', 'mx'],
    ['a comment that does not end', 'mx; dmarc=pass header.from=github.com (', 'mx'],
    ['nothing', '', ''],
  ])('is not believed: %s', (_, header, server) => {
    expect(stateOf(header, server)).toBe('left')
  })

  it('finds nothing in quotes and comments, whatever is in them', () => {
    const inside = fc.string().map((text) => text.replace(/["\\()]/g, ''))
    fc.assert(
      fc.property(inside, inside, (quoted, comment) => {
        const header = `mx; spf=pass smtp.mailfrom="${quoted}"@evil.example (${comment})`
        expect(readAuthentication(header)).toEqual(
          readAuthentication('mx; spf=pass smtp.mailfrom=""@evil.example ()'),
        )
      }),
    )
  })
})

it('is read at once, however many blanks a stranger puts into it', () => {
  const blanks = ' '.repeat(300_000)
  const read = readAuthentication(
    `mx.example; dkim=pass${blanks}x${blanks}header.d${blanks}=${blanks}a.example`,
  )
  expect(read?.results).toMatchObject([{ method: 'dkim', result: 'pass' }])
  expect(read?.results[0]?.properties.get('header.d')).toBe('a.example')
})
