import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listNamed, updateNotice, type Notice } from '../../../db/queries/notices.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import type { RepositoryEvidence } from '../../core/notice/draft-notices.ts'
import { freezeNotice, refuseSigning } from '../../core/notice/freeze-notice.ts'
import { judgeNotice } from '../../core/notice/judge-notice.ts'
import type { NoticeProblem } from '../../core/notice/types.ts'
import { ClawbackError } from '../../errors.ts'
import { requireNotice } from './find-notice.ts'
import { readCandidates } from './notice-candidates.ts'
import { readDocument, summarizeNotice, type NoticeSummary } from './notice-summary.ts'

/**
 * Signs a notice under a person's name and freezes it: document, evidence and template version by SHA-256. Every
 * repository is judged again at this moment, whatever held when the draft was made.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED, NOTICE_NOT_SIGNABLE
 */
export async function signNotice(
  app: { db: Database; content: ContentStore; clock: () => Date },
  { id, name }: { id: string; name: string },
): Promise<NoticeSummary> {
  const notice = await requireNotice(app.db, id)
  if (notice.status !== 'draft') {
    throw new ClawbackError(
      'NOTICE_SIGNED',
      `${id} is ${notice.status}, and a signed notice never changes`,
      'Draft a revised notice or a retraction about it.',
    )
  }
  const at = app.clock()
  const row = await app.db.tx(async (tx) => {
    const current = await requireNotice(tx, id)
    if (current.status !== 'draft') {
      throw new ClawbackError('NOTICE_SIGNED', `${id} was signed meanwhile`, 'See "clawback notice show".')
    }
    const document = readDocument(current)
    const { evidence, problems } = await judgeAgain(tx, current)
    refuse(id, [...refuseSigning(document, name), ...problems])
    const signed = { ...document, signature: { name: name.trim(), at: at.toISOString() } }
    const frozen = freezeNotice(signed, evidence, current.templateVersion)
    const updated = await updateNotice(tx, id, {
      status: 'signed',
      document: signed,
      signedBy: name.trim(),
      signedAt: at,
      frozenHash: frozen.sha256,
      frozenContentId: await app.content.put(frozen.bytes),
    })
    await appendEvent(tx, {
      actor: name.trim(),
      kind: 'notice.signed',
      subject: `notice:${id}`,
      data: { sha256: frozen.sha256, repositories: summarizeNotice(updated).repositories },
    })
    return updated
  })
  return summarizeNotice(row)
}

function refuse(id: string, problems: readonly NoticeProblem[]): void {
  const [first] = problems
  if (first === undefined) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more: clawback notice check ${id})` : ''
  throw new ClawbackError(
    'NOTICE_NOT_SIGNABLE',
    `${id} cannot be signed: ${first.message}${more}`,
    `${first.fix.charAt(0).toUpperCase()}${first.fix.slice(1).replace(/\.$/, '')}.`,
  )
}

/** What keeps each named repository from being named today. A retraction gives back, so nothing is asked of it. */
async function judgeAgain(
  db: Queryable,
  notice: Notice,
): Promise<{ evidence: RepositoryEvidence[]; problems: NoticeProblem[] }> {
  if (notice.kind === 'retraction') return { evidence: [], problems: [] }
  const work = await findWorkById(db, notice.workId)
  const named = new Set((await listNamed(db, [notice.id])).map((row) => row.repositoryId))
  const found = (await selectMatches(db, notice.workId, {})).filter(({ repository }) =>
    named.has(repository.id),
  )
  const { candidates, facts, problems } = await readCandidates(db, work!, found)
  problems.push(...judgeNotice(readDocument(notice), candidates, facts))
  const evidence = candidates.map(
    ({ id, owner, name, strength, class: matchClass, license, evidence: files }) => ({
      id,
      owner,
      name,
      strength,
      class: matchClass,
      license,
      files,
    }),
  )
  return { evidence, problems }
}
