import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { findNotice, updateNotice } from '../../../db/queries/notices.ts'
import type { LinkKind, PublishedLink } from '../../core/notice/read/link-published.ts'
import type { NetworkNote } from '../../core/notice/read/read-annotations.ts'

export interface LinkedNotice {
  path: string
  url: string
  kind: LinkKind
  date: string | null
  work: string
  /** The notice of ours that it is, or is about. */
  notice: string | null
  repositories: string[]
  /** What our notice names and the published one does not: struck out by GitHub as `[invalid]`, or left out. */
  notPublished: string[]
  hasInvalid: boolean
  preprocessingOpportunity: boolean
  /** The networks that GitHub processed as a whole, and against how many repositories. */
  networks: NetworkNote[]
  basis: string
  /** First seen by this sync. */
  new: boolean
}

/** One link is one event, and tells where our notice was published when that was not known. */
export async function keepLink(
  { db, actor }: { db: Database; actor: string },
  link: LinkedNotice,
  sha256: string,
): Promise<void> {
  const subject = link.notice === null ? `work:${link.work}` : `notice:${link.notice}`
  const { new: _, ...data } = link
  await db.tx(async (tx) => {
    const notice = link.kind === 'ours' ? await findNotice(tx, link.notice!) : undefined
    if (notice?.publishedUrl === null) {
      await updateNotice(tx, notice.id, { publishedUrl: link.url })
      await appendEvent(tx, { actor, kind: 'notice.published', subject, data: { url: link.url } })
    }
    await appendEvent(tx, { actor, kind: 'archive.linked', subject, data: { ...data, sha256 } })
  })
}

/** What was found before, and on what basis: what was kept since then would explain itself. */
export async function readKnownLinks(db: Queryable): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for await (const { data } of readEvents(db, { kind: 'archive.linked' })) {
    const link = data as PublishedLink
    known.set(linkKey(link), link.basis)
  }
  return known
}

export function linkKey({ path, kind, work, notice }: PublishedLink): string {
  return JSON.stringify([path, kind, work, notice])
}
