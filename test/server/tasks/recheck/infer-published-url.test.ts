import { describe, expect, it } from 'vitest'
import { inferPublishedUrls } from '../../../../server/tasks/recheck/infer-published-url.ts'
import type { SentNotice } from '../../../../server/tasks/sent-notices.ts'

const url = 'https://github.com/github/dmca/blob/master/2026/06/2026-06-05-somebody.md'
const signedAt = new Date('2026-06-03T07:30:20.400Z')
const sentAt = new Date('2026-06-03T09:00:00.700Z')

const sent = {
  notice: { id: 'w-1', publishedUrl: null, signedAt },
  sentAt,
  named: new Set([1, 2]),
  retractions: [],
} as unknown as SentNotice

function infer(blockedAt: string) {
  const blocked = (id: number) => ({
    id,
    availability: 'disabled' as const,
    blockNoticeUrl: url,
    blockCreatedAt: new Date(blockedAt),
  })
  return inferPublishedUrls([sent], new Map([1, 2].map((id) => [id, blocked(id)])))
}

describe('where GitHub published a notice', () => {
  it.each([
    ['in the very second in which it was sent, as GitHub counts whole seconds', '2026-06-03T09:00:00Z'],
    ['before a person recorded that it was sent', '2026-06-03T08:00:00Z'],
    ['in the second in which it was signed', '2026-06-03T07:30:20Z'],
    ['days later', '2026-06-09T00:00:00Z'],
  ])('is read off blocks made %s', (_, at) => {
    expect(infer(at)).toEqual([{ id: 'w-1', url }])
  })

  it('is not read off blocks older than its signature', () => {
    expect(infer('2026-06-03T07:30:19Z')).toEqual([])
  })
})
