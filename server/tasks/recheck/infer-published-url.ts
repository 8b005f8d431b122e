import type { Notice } from '../../../db/queries/notices.ts'
import type { Look } from './look-at-repositories.ts'

/**
 * The address under which GitHub published a notice of ours, read off the blocks of the repositories it names: the
 * one that more than half of those disabled since it was sent point at. A block older than the notice, or a tie, is
 * no answer. GitHub may publish several notices under one address.
 */
export function inferPublishedUrls(
  notices: readonly Notice[],
  named: ReadonlyMap<string, ReadonlySet<number>>,
  looks: readonly Look[],
): { notice: Notice; url: string }[] {
  const inferred: { notice: Notice; url: string }[] = []
  for (const notice of notices) {
    if (notice.publishedUrl !== null || notice.sentAt === null || notice.kind === 'retraction') continue
    const url = mostNamed(notice.sentAt, named.get(notice.id) ?? new Set(), looks)
    if (url !== null) inferred.push({ notice, url })
  }
  return inferred
}

function mostNamed(sentAt: Date, named: ReadonlySet<number>, looks: readonly Look[]): string | null {
  const counts = new Map<string, number>()
  let disabled = 0
  for (const { repository, availability, block } of looks) {
    if (availability !== 'disabled' || !named.has(repository.id)) continue
    const createdAt = block?.createdAt ?? null
    const noticeUrl = block?.noticeUrl ?? null
    if (createdAt === null || createdAt < sentAt || noticeUrl === null) continue
    disabled++
    counts.set(noticeUrl, (counts.get(noticeUrl) ?? 0) + 1)
  }
  for (const [url, count] of counts) if (count * 2 > disabled) return url
  return null
}
