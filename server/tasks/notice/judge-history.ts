import type { Queryable } from '../../../db/database.ts'
import type { Work } from '../../../db/queries/works.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { citeReturns } from '../returns/cite-returns.ts'

/** What a notice says of earlier ones holds today: none was given back or disputed since it was drafted. */
export async function judgeHistory(
  db: Queryable,
  work: Work,
  document: NoticeDocument,
): Promise<NoticeProblem[]> {
  const history = isTakedown(document) ? (document.history ?? []) : []
  if (history.length === 0) return []
  const today = [...(await citeReturns(db, work.slug)).values()].flat()
  return history
    .filter(
      ({ repository, earlier, sentOn, ties }) =>
        !today.some(
          (one) =>
            one.repository === repository &&
            one.earlier === earlier &&
            one.sentOn === sentOn &&
            ties.every((tie) => one.ties.includes(tie)),
        ),
    )
    .map(({ repository, earlier }) =>
      errorOf(
        'history-changed',
        `What the notice says of ${earlier} does not stand any more`,
        'Draft the notice again',
        repository,
      ),
    )
}
