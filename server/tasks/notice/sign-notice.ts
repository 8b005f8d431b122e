import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice, type Notice } from '../../../db/queries/notices.ts'
import { freezeNotice, refuseSigning } from '../../core/notice/freeze-notice.ts'
import { hashDraft } from '../../core/notice/hash-draft.ts'
import type { NoticeProblem } from '../../core/notice/problem.ts'
import { isSamePerson } from '../../core/review/same-person.ts'
import { ClawbackError } from '../../errors.ts'
import type { Connect } from '../connection.ts'
import { askAboutNotice } from './ask-about-notice.ts'
import { requireDraft } from './find-notice.ts'
import { judgeAgain } from './judge-again.ts'
import { readDocument, summarizeNotice, type NoticeSummary } from './notice-summary.ts'
import { readTemplates } from './read-templates.ts'

export interface SignApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  connect: Connect
  config?: { notices: { signatoryMustDiffer: boolean } }
}

/**
 * Signs a notice under a person's name and freezes it: document, evidence and template version by SHA-256. Every
 * repository is judged again at this moment, whatever held when the draft was made, and asked of GitHub: what could
 * not be told is not sworn to. `seen`: hash of the draft that the signatory had before them (`hashDraft`); another one
 * refuses the signature.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED, NOTICE_CHANGED, NOTICE_NOT_SIGNABLE, SIGNATORY_DRAFTED,
 *   SIGNING_COULD_NOT_TELL, GITHUB_UNREACHABLE
 */
export async function signNotice(
  app: SignApp,
  { id, name, seen }: { id: string; name: string; seen?: string },
): Promise<NoticeSummary> {
  const notice = await requireDraft(app.db, id)
  const read = hashOf(notice)
  if (seen !== undefined && seen !== read) throw changed(id)
  refuseDrafter(app, notice, name)
  // Before GitHub is asked: a request for each name is too much for what cannot be signed anyway.
  refuse(id, await judgeDraft(app.db, notice, name))
  const asked = await askAboutNotice(app, notice)
  refuse(
    id,
    asked.problems.filter(({ severity }) => severity === 'error'),
  )
  refuseUntold(id, asked.couldNotTell)
  // The templates can be read before anything is sworn in their words.
  await readTemplates(app.db, notice)
  const row = await app.db.tx(async (tx) => {
    const current = await requireDraft(tx, id)
    if (hashOf(current) !== read) throw changed(id)
    const document = readDocument(current)
    const { evidence, problems } = await judgeAgain(tx, current)
    refuse(id, [...refuseSigning(document, name), ...problems])
    const at = app.clock()
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
    const { repositories, material } = summarizeNotice(updated)
    await appendEvent(tx, {
      // Whose account it was; the signature is the name.
      actor: app.actor,
      kind: 'notice.signed',
      subject: `notice:${id}`,
      data: {
        signedBy: name.trim(),
        sha256: frozen.sha256,
        repositories,
        ...(material.length === 0 ? {} : { material }),
      },
    })
    return updated
  })
  return summarizeNotice(row)
}

function hashOf(notice: Notice): string {
  return hashDraft(readDocument(notice), notice.templateVersion)
}

function changed(id: string): ClawbackError {
  return new ClawbackError(
    'NOTICE_CHANGED',
    `${id} was drafted anew after it was shown`,
    'Look at it as it stands now, and sign then. Nothing was signed.',
  )
}

async function judgeDraft(db: Database, notice: Notice, name: string): Promise<NoticeProblem[]> {
  const { problems } = await judgeAgain(db, notice)
  return [...refuseSigning(readDocument(notice), name), ...problems]
}

/** Where two people are required, whoever drafted or wrote in it does not sign, nor anyone from their account. */
function refuseDrafter(app: SignApp, { id, draftedBy, ownWords }: Notice, name: string): void {
  if (app.config?.notices.signatoryMustDiffer !== true) return
  const authors = [...(draftedBy === null ? [] : [draftedBy]), ...(ownWords?.by ?? [])]
  const isAuthor = authors.some((author) => isSamePerson(author, name) || isSamePerson(author, app.actor))
  if (draftedBy !== null && !isAuthor) return
  throw new ClawbackError(
    'SIGNATORY_DRAFTED',
    `${id} was drafted by ${authors.join(' and ') || 'nobody known'}, and the signatory must be somebody else`,
    'Have another person sign, from an account of their own (SIGNATORY_MUST_DIFFER is set).',
  )
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

function refuseUntold(id: string, untold: readonly { repository: string; reason: string }[]): void {
  const [first] = untold
  if (first === undefined) return
  const more = untold.length > 1 ? ` and ${untold.length - 1} more` : ''
  throw new ClawbackError(
    'SIGNING_COULD_NOT_TELL',
    `${id} is not signed: GitHub could not tell about ${first.repository}${more} (${first.reason})`,
    'Nothing was changed. Run the same command again later.',
    { exitCode: 3 },
  )
}
