import type { RepositoryRow } from '../../../db/queries/repositories.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import { readDocument } from '../notice/notice-summary.ts'
import type { SentNotice } from '../sent-notices.ts'

type Blocked = Pick<RepositoryRow, 'id' | 'availability' | 'blockNoticeUrl' | 'blockCreatedAt'>

/**
 * The address under which GitHub published a notice of ours, read off the blocks of the repositories it names. Most of
 * those disabled since it was signed point at it; and either its file name has a word of ours (GitHub names the file
 * after who complains), or all of several that the notice names point at it. Somebody else's notice about one of them is
 * neither.
 */
export function inferPublishedUrls(
  notices: readonly SentNotice[],
  repositories: ReadonlyMap<number, Blocked>,
): { id: string; url: string }[] {
  return notices.flatMap((sent) => {
    if (sent.notice.publishedUrl !== null) return []
    const blocked = [...sent.named].flatMap((id) => repositories.get(id) ?? [])
    const url = mostNamed(sent, blocked)
    return url === null ? [] : [{ id: sent.notice.id, url }]
  })
}

function mostNamed(sent: SentNotice, blocked: readonly Blocked[]): string | null {
  const counts = new Map<string, number>()
  const earliest = earliestAnswer(sent)
  let disabled = 0
  for (const { availability, blockCreatedAt, blockNoticeUrl } of blocked) {
    if (availability !== 'disabled' || blockCreatedAt === null || blockCreatedAt < earliest) continue
    // An address that is no published notice can be nobody's.
    if (attributeNotice(blockNoticeUrl, [{ publishedUrl: blockNoticeUrl }]) === undefined) continue
    disabled++
    counts.set(blockNoticeUrl!, (counts.get(blockNoticeUrl!) ?? 0) + 1)
  }
  for (const [url, count] of counts) {
    const isAll = count > 1 && count === sent.named.size
    if (count * 2 > disabled && (isAll || isNamedAfter(url, sent))) return url
  }
  return null
}

/**
 * GitHub may have acted before a person recorded that the notice was sent, and never before it was signed. Its times
 * are whole seconds.
 */
function earliestAnswer({ notice: { signedAt }, sentAt }: SentNotice): Date {
  const from = Math.min(sentAt.getTime(), signedAt?.getTime() ?? Infinity)
  return new Date(from - (from % 1000))
}

/** `2026-03-31-acme-2.md` is named after a claimant called Acme. */
function isNamedAfter(url: string, { notice }: SentNotice): boolean {
  const document = readDocument(notice)
  if (!('claimant' in document) || !('work' in document)) return false
  const { claimant, work } = document
  const ours = wordsOf([claimant.organization, claimant.name, work.owner, work.title].join(' '))
  const file = url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return wordsOf(file).some((word) => ours.includes(word))
}

/** Words that say who it is: none of what any company calls itself. */
function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return words.filter((word) => !/^(?:inc|llc|ltd|gmbh|corp|company|the|and|software|notice|\d+)$/.test(word))
}
