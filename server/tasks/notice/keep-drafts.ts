import type { Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteDraft, insertNotice, selectNotices, type Notice } from '../../../db/queries/notices.ts'
import { keepTemplateSet } from '../../../db/queries/template-sets.ts'
import type { Work } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { materialUrl, repositoryUrl } from '../../core/notice/material-url.ts'
import { applyOwnWords, type OwnWords } from '../../core/notice/own-words.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import {
  accusedMaterial,
  accusedRepositories,
  isTakedown,
  isTakedownKind,
  namedRepositories,
} from '../../core/notice/accused.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { ClawbackError } from '../../errors.ts'
import { chooseTemplates } from '../../render/notices/choose-templates.ts'
import type { DraftApp } from './draft-notices.ts'
import { listNamedAlready } from './named-already.ts'
import { readDocument, summarizeNotice, type NoticeSummary } from './notice-summary.ts'

/**
 * Keeps drafts with the templates that they are to be rendered with. Unsigned drafts bind nobody: those of the same
 * kind about the same repositories or material give way to the new ones.
 */
export async function keepDrafts(
  app: DraftApp,
  work: Work,
  about: Notice | null,
  documents: readonly NoticeDocument[],
): Promise<NoticeSummary[]> {
  const templates = chooseTemplates(app.config?.notices.templates ?? null)
  return await app.db.tx(async (tx) => {
    await refuseOvertaken(tx, work, about, documents)
    const words = await replaceDrafts(tx, app.actor, work, documents)
    const at = app.clock()
    const kept: NoticeSummary[] = []
    for (const drafted of documents) {
      const ownWords = wordsFor(drafted, words)
      const document = ownWords === null ? drafted : applyOwnWords(drafted, ownWords)
      await keepTemplateSet(tx, { ...templates, keptAt: at })
      kept.push(
        summarizeNotice(
          await keepDraft(tx, work, {
            id: `${work.slug}-${await nextNumber(tx, work)}`,
            workId: work.id,
            kind: document.kind,
            status: 'draft',
            document,
            aboutNoticeId: about?.id ?? null,
            templateVersion: templates.version,
            createdAt: at,
            draftedBy: app.actor,
            ownWords,
          }),
        ),
      )
    }
    return kept
  })
}

async function keepDraft(
  tx: Transaction,
  work: Work,
  row: Parameters<typeof insertNotice>[1] & { draftedBy: string; document: NoticeDocument },
): Promise<Notice> {
  const { document } = row
  const named = accusedRepositories(document)
  const forks = new Set(isTakedown(document) ? document.forks.map((fork) => fork.id) : [])
  const notice = await insertNotice(
    tx,
    { ...row, parentRepositoryId: named[0]?.id ?? null },
    named.map((repository) => ({
      repositoryId: repository.id,
      role: forks.has(repository.id) ? ('fork' as const) : ('parent' as const),
      url: repositoryUrl(repository),
      files: repository.files.map((file) => materialUrl(repository, file)),
    })),
  )
  const { kind, repositories, scope } = summarizeNotice(notice)
  const material = accusedMaterial(document).map(({ url }) => url)
  await appendEvent(tx, {
    actor: row.draftedBy,
    kind: 'notice.drafted',
    subject: `notice:${notice.id}`,
    data: { work: work.slug, kind, scope, repositories, ...(material.length === 0 ? {} : { material }) },
  })
  return notice
}

async function replaceDrafts(
  tx: Transaction,
  actor: string,
  work: Work,
  documents: readonly NoticeDocument[],
): Promise<GivenWords[]> {
  const given: GivenWords[] = []
  const subjects = new Set(documents.flatMap(subjectsOf))
  for (const draft of await selectNotices(tx, work.id)) {
    if (draft.status !== 'draft') continue
    const about = subjectsOf(readDocument(draft))
    if (!about.some((subject) => subjects.has(subject))) continue
    if (draft.ownWords !== null) given.push({ subjects: about, words: draft.ownWords })
    await deleteDraft(tx, draft.id)
    await appendEvent(tx, {
      actor,
      kind: 'notice.draft-replaced',
      subject: `notice:${draft.id}`,
      data: { work: work.slug },
    })
  }
  return given
}

/** What a person wrote into a draft that gave way, and what that draft was about. */
interface GivenWords {
  subjects: string[]
  words: OwnWords
}

/** The words of the draft that said most of the same; null where nobody wrote any. */
function wordsFor(document: NoticeDocument, given: readonly GivenWords[]): OwnWords | null {
  const subjects = new Set(subjectsOf(document))
  let best: { shared: number; words: OwnWords | null } = { shared: 0, words: null }
  for (const { subjects: about, words } of given) {
    const shared = about.filter((subject) => subjects.has(subject)).length
    if (shared > best.shared) best = { shared, words }
  }
  return best.words
}

/** Somebody may have signed while these were drafted: what a signed notice names is not drafted beside it. */
async function refuseOvertaken(
  tx: Transaction,
  work: Work,
  about: Notice | null,
  documents: readonly NoticeDocument[],
): Promise<void> {
  const named = documents.filter(isTakedown).flatMap(namedRepositories)
  if (named.length === 0) return
  const standing = await listNamedAlready(tx, work.id, about?.id ?? null)
  const overtaken = named.find(({ id }) => standing.has(id))
  if (overtaken === undefined) return
  throw new ClawbackError(
    'DRAFT_OVERTAKEN',
    `${fullName(overtaken)} was named in ${standing.get(overtaken.id)!}, which was signed meanwhile`,
    'Draft again: what is signed is left out then. Nothing was drafted.',
  )
}

/** What a draft is about: two of one subject say the same thing, or one says it anew. */
function subjectsOf(document: NoticeDocument): string[] {
  // Two retractions of one notice can stand side by side, but not twice the same one.
  if (document.kind === 'retraction') {
    return [`retraction ${document.about.id} ${canonicalJson(document.withdraws)}`]
  }
  const kind = isTakedownKind(document.kind) ? 'takedown' : document.kind
  return [
    ...accusedRepositories(document).map(({ id }) => `${kind} ${id}`),
    ...accusedMaterial(document).map(({ url }) => `${kind} ${url}`),
  ]
}

async function nextNumber(tx: Transaction, work: Work): Promise<number> {
  const numbers = (await selectNotices(tx, work.id)).map(({ id }) => Number(id.slice(work.slug.length + 1)))
  return Math.max(0, ...numbers) + 1
}
