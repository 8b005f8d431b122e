import type { Queryable } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listNamesOf } from '../../../db/queries/repositories.ts'
import { listWorkRows } from '../../../db/queries/works.ts'
import { describeAuthority, describeWork } from '../../core/notice/describe.ts'
import type { KnownMatches, OwnNotice } from '../../core/notice/read/link-published.ts'
import { readDocument, summarizeNotice } from '../notice/notice-summary.ts'
import { listSentNotices } from '../sent-notices.ts'

/** What the archive is searched for: our notices that were sent, and what our matches are and were called. */
export async function readKnownNames(db: Queryable): Promise<{ own: OwnNotice[]; matches: KnownMatches[] }> {
  const own: OwnNotice[] = []
  const matches: KnownMatches[] = []
  for (const { id, slug } of await listWorkRows(db)) {
    const found = await selectMatches(db, id, { strength: ['strong', 'weak'] })
    const sent = await listSentNotices(db, id)
    const ids = [...found.map(({ repository }) => repository.id), ...sent.flatMap(({ named }) => [...named])]
    const names = await listNamesOf(db, ids)
    const folded = (repositories: Iterable<number>): Set<string> =>
      new Set([...repositories].flatMap((each) => names.get(each) ?? []).map((name) => name.toLowerCase()))
    matches.push({ work: slug, names: folded(found.map(({ repository }) => repository.id)) })
    for (const { notice, sentAt, named } of sent) {
      const document = readDocument(notice)
      const sentNames = summarizeNotice(notice).repositories.map((name) => name.toLowerCase())
      const path = /github\/dmca\/blob\/[^/]+\/(.+)$/.exec(notice.publishedUrl ?? '')?.[1]
      own.push({
        id: notice.id,
        work: slug,
        sentOn: sentAt.toISOString().slice(0, 10),
        sentNames,
        names: new Set([...sentNames, ...folded(named)]),
        words: `${describeAuthority(document.claimant)}\n${describeWork(document.work)}`,
        publishedPath: path === undefined ? null : decodeURIComponent(path),
      })
    }
  }
  return { own, matches }
}
