import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteDraft, selectNotices, type Notice } from '../../../db/queries/notices.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import type { Overreach } from '../list-overreach.ts'
import { draftWorkNotices } from '../notice/draft-notices.ts'
import { readDocument, summarizeNotice } from '../notice/notice-summary.ts'

/** A list that nobody could read: then everything but what the notice names is given back. */
const MOST_LISTED = 100

/**
 * Drafts a retraction that gives back what a notice hit without naming it, unless one does already, drafted or sent.
 * A draft that has become too short gives way; a person signs it, or not. Without a claimant nothing is drafted: who
 * would sign?
 */
export async function draftOverreachRetraction(
  app: { db: Database; actor: string; clock: () => Date },
  work: Work,
  about: string,
  hit: readonly Overreach[],
): Promise<void> {
  const all = await selectNotices(app.db, work.id)
  const retractions = all.filter(
    ({ kind, aboutNoticeId }) => kind === 'retraction' && aboutNoticeId === about,
  )
  const missing = hit.filter(({ repository }) => !retractions.some((each) => givesBack(each, repository)))
  const notice = all.find(({ id }) => id === about)
  if (missing.length === 0 || notice === undefined) return
  const short = retractions.filter((each) => each.status === 'draft' && givesBackOnly(each, hit))
  const listed = hit.filter(
    ({ repository }) => !retractions.some((each) => each.status !== 'draft' && givesBack(each, repository)),
  )
  const selection =
    listed.length > MOST_LISTED
      ? { only: [], except: summarizeNotice(notice).repositories }
      : { only: listed.map(({ repository }) => repository), except: [] }
  try {
    await draftWorkNotices(app, { work: work.slug, kind: 'retraction', about, ...selection })
  } catch (error) {
    if (error instanceof ClawbackError && error.code === 'CLAIMANT_MISSING') return
    throw error
  }
  for (const { id } of short) await replace(app, work, id)
}

async function replace(
  { db, actor }: { db: Database; actor: string },
  work: Work,
  id: string,
): Promise<void> {
  await db.tx(async (tx) => {
    await deleteDraft(tx, id)
    const data = { work: work.slug }
    await appendEvent(tx, { actor, kind: 'notice.draft-replaced', subject: `notice:${id}`, data })
  })
}

function givesBack(notice: Notice, repository: string): boolean {
  const document = readDocument(notice)
  if (document.kind !== 'retraction') return false
  const { withdraws } = document
  const isIn = (names: readonly { owner: string; name: string }[]) =>
    names.some(({ owner, name }) => `${owner}/${name}`.toLowerCase() === repository.toLowerCase())
  return withdraws.mode === 'all-except' ? !isIn(withdraws.stayDisabled) : isIn(withdraws.repositories)
}

/** A draft that a person made about anything else is theirs. */
function givesBackOnly(notice: Notice, hit: readonly Overreach[]): boolean {
  const hitNames = new Set(hit.map(({ repository }) => repository.toLowerCase()))
  const { repositories, scope } = summarizeNotice(notice)
  return scope === 'listed' && repositories.every((repository) => hitNames.has(repository.toLowerCase()))
}
