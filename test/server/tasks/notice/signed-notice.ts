import type { App } from '../../../../server/compose.ts'
import type { Database } from '../../../../db/database.ts'
import { insertNotice, updateNotice } from '../../../../db/queries/notices.ts'
import { insertVersion, insertWork } from '../../../../db/queries/works.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { freezeNotice } from '../../../../server/core/notice/freeze-notice.ts'
import { repositoryUrl } from '../../../../server/core/notice/material-url.ts'
import { namedRepositories } from '../../../../server/core/notice/accused.ts'
import type { NoticeCandidate } from '../../../../server/core/notice/candidate.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { addReviewedMatches } from '../../../db/reviewed-match.ts'
import { templateVersion } from '../../../../server/render/notices/template-version.ts'
import { candidateOf, inputOf, work } from '../../core/notice/samples.ts'

export const signedAt = new Date('2026-04-01T10:00:00Z')

/** Text that mail and paper are known to break. */
export const awkward = [
  'The work, 軌道 — ключ.',
  '.',
  '..two dots',
  'From the beginning',
  'blank at the end  ',
  `one line of ${'many words '.repeat(200)}`,
  `https://orbit.example/${'x'.repeat(2000)}`,
].join('\n')

/** A notice as signing leaves it, about a work with a hard description. */
export async function addSignedNotice(
  app: { db: Database; content: App['content'] },
  named: NoticeCandidate[] = [candidateOf(2, 'leaker/orbit')],
): Promise<string> {
  const input = inputOf(named, {
    work: { ...work, description: awkward, license: null },
  })
  const draft = draftNotices(input).notices[0]!.document
  const document: TakedownDocument = {
    ...draft,
    signature: { name: 'Ada Diaz', at: signedAt.toISOString() },
  }
  const frozen = freezeNotice(document, [], 'templates')
  const frozenContentId = await app.content.put(frozen.bytes)
  return await app.db.tx(async (tx) => {
    const { id: workId } = await insertWork(tx, {
      slug: 'orbit',
      title: work.title,
      owner: work.owner,
      description: awkward,
      url: null,
      license: 'none',
      leakedAt: signedAt,
      fingerprintsOnly: false,
      createdAt: signedAt,
      removedAt: null,
    })
    await insertVersion(tx, { workId, source: '.', skipped: [], addedAt: signedAt }, [])
    const common = {
      workId,
      kind: 'takedown' as const,
      templateVersion: templateVersion(),
      createdAt: signedAt,
    }
    await insertNotice(tx, { ...common, id: 'orbit-2', status: 'draft', document: draft }, [])
    const accused = namedRepositories(draft)
    await addReviewedMatches(tx, workId, accused, signedAt)
    const { id } = await insertNotice(
      tx,
      { ...common, id: 'orbit-1', status: 'draft', document: draft },
      accused.map((one) => ({ repositoryId: one.id, role: 'parent', url: repositoryUrl(one), files: [] })),
    )
    await updateNotice(tx, id, {
      status: 'signed',
      document,
      signedBy: 'Ada Diaz',
      signedAt,
      frozenHash: frozen.sha256,
      frozenContentId,
    })
    return id
  })
}
