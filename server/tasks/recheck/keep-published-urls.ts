import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice } from '../../../db/queries/notices.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import type { SentNotice } from '../sent-notices.ts'
import { inferPublishedUrls } from './infer-published-url.ts'

/** GitHub's blocks tell under which address a notice of ours was published; kept, so that it is told once. */
export async function keepPublishedUrls(
  { db, actor }: { db: Database; actor: string },
  notices: readonly SentNotice[],
): Promise<SentNotice[]> {
  const open = notices.filter(({ notice }) => notice.publishedUrl === null)
  const rows = await findRepositories(
    db,
    open.flatMap(({ named }) => [...named]),
  )
  const inferred = inferPublishedUrls(open, rows)
  for (const { id, url } of inferred) {
    await db.tx(async (tx) => {
      await updateNotice(tx, id, { publishedUrl: url })
      await appendEvent(tx, { actor, kind: 'notice.published', subject: `notice:${id}`, data: { url } })
    })
  }
  const urls = new Map(inferred.map(({ id, url }) => [id, url]))
  return notices.map((sent) => {
    const publishedUrl = urls.get(sent.notice.id) ?? sent.notice.publishedUrl
    return { ...sent, notice: { ...sent.notice, publishedUrl } }
  })
}
