import { describe, expect, it } from 'vitest'
import { judgeReply } from '../../../server/github/judge-reply.ts'

const reply = (status: number, body: unknown = {}, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})
const block = {
  message: 'Repository access blocked',
  block: { reason: 'tos', created_at: null, html_url: null },
}
const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99' }

describe('an answer', () => {
  it.each([
    [
      'a block, whatever the headers say',
      reply(403, block, { ...spent, 'retry-after': '60' }),
      { kind: 'answer' },
    ],
    [
      'a secondary limit by its header',
      reply(403, {}, { 'retry-after': '30' }),
      { kind: 'slow-down', seconds: 30 },
    ],
    [
      'a secondary limit before a spent budget',
      reply(403, {}, { ...spent, 'retry-after': '30' }),
      { kind: 'slow-down' },
    ],
    [
      'a secondary limit by its message alone',
      reply(403, { message: 'You have exceeded a secondary rate limit.' }),
      { kind: 'slow-down', seconds: undefined },
    ],
    [
      'a date to come back at',
      reply(
        429,
        {},
        { 'retry-after': 'Thu, 01 Jan 2026 00:02:00 GMT', date: 'Thu, 01 Jan 2026 00:00:30 GMT' },
      ),
      { kind: 'slow-down', seconds: 90 },
    ],
    ['a spent budget', reply(403, {}, spent), { kind: 'budget-spent' }],
    ['a spent budget as 429', reply(429, {}, spent), { kind: 'budget-spent' }],
    ['too many requests without a word', reply(429), { kind: 'slow-down', seconds: undefined }],
    ['a refusal', reply(403, { message: 'Resource not accessible by integration' }), { kind: 'answer' }],
    [
      'a block cut off in the middle is not a block',
      reply(403, '{"message":"Repository acc'),
      { kind: 'answer' },
    ],
    ['refused credentials', reply(401), { kind: 'credentials-refused' }],
    ['a disabled repository', reply(451, block), { kind: 'answer' }],
    ['nothing there', reply(404), { kind: 'answer' }],
    ['a gateway in trouble', reply(502, '<html>'), { kind: 'fault' }],
    ['a move', reply(301, {}, { location: 'https://api.github.com/repositories/1' }), { kind: 'redirect' }],
  ])('is %s', (_, given, expected) => {
    expect(judgeReply(given)).toMatchObject(expected)
  })
})
