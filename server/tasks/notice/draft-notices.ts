import type { Database, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findClaimant } from '../../../db/queries/claimants.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import {
  deleteDraft,
  insertNotice,
  listNamed,
  selectNotices,
  type Notice,
} from '../../../db/queries/notices.ts'
import type { Work } from '../../../db/queries/works.ts'
import { draftNotices, type NoticeDraft } from '../../core/notice/draft-notices.ts'
import { draftRetraction } from '../../core/notice/draft-retraction.ts'
import { materialUrl, repositoryUrl } from '../../core/notice/material-url.ts'
import { warningOf } from '../../core/notice/problem.ts'
import {
  namedRepositories,
  type Claimant,
  type NoticeDocument,
  type NoticeProblem,
  type NoticedWork,
  type NoticeReference,
  type RepositoryReference,
  type RetractionScope,
} from '../../core/notice/types.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import { templateVersion } from '../../render/notices/template-version.ts'
import { requireWork } from '../find-work.ts'
import { requireNotice } from './find-notice.ts'
import { readCandidates } from './notice-candidates.ts'
import { readDocument, summarizeNotice, type NoticeSummary } from './notice-summary.ts'

export interface DraftInput {
  work: string
  only: string[]
  except: string[]
  kind: 'takedown' | 'revised' | 'retraction'
  about: string | null
}

type DraftApp = { db: Database; actor: string; clock: () => Date }

/**
 * Drafts notices over what was reviewed as infringing, or a retraction of an earlier notice. Earlier drafts that
 * name the same repositories give way; what was signed stays and is not named twice.
 * @throws ClawbackError CLAIMANT_MISSING, NOTICE_ABOUT_MISSING, NOTICE_UNKNOWN, REPOSITORY_INVALID, DRAFT_SELECTION_INVALID
 */
export async function draftWorkNotices(
  app: DraftApp,
  input: DraftInput,
): Promise<{ notices: NoticeSummary[]; problems: NoticeProblem[] }> {
  const work = await requireWork(app.db, input.work)
  const claimant = await requireClaimant(app.db, work)
  const about = await readAbout(app.db, input)
  if (input.only.length > 0 && input.except.length > 0) {
    throw new ClawbackError(
      'DRAFT_SELECTION_INVALID',
      '--only and --except are given together',
      'Give one of them.',
    )
  }
  return input.kind === 'retraction'
    ? await draftOneRetraction(app, work, claimant, about!, input)
    : await draftTakedowns(app, work, claimant, about, input)
}

async function draftTakedowns(
  app: DraftApp,
  work: Work,
  claimant: Claimant,
  about: Notice | null,
  input: DraftInput,
) {
  const selected = select(input)
  const found = (await selectMatches(app.db, work.id, {})).filter(({ repository, match }) =>
    input.only.length > 0 ? selected(repository) : match.decision === 'infringing' && selected(repository),
  )
  const { candidates, facts, problems } = await readCandidates(app.db, work, found)
  const standing = await alreadyNamed(app.db, work, about)
  const fresh = candidates.filter((candidate) => !standing.has(candidate.id))
  for (const candidate of candidates) {
    const notice = standing.get(candidate.id)
    if (notice === undefined) continue
    const name = `${candidate.owner}/${candidate.name}`
    problems.push(
      warningOf(
        'already-noticed',
        `${name} is named in ${notice}, which is signed`,
        `Revise that notice instead: clawback notice draft ${work.slug} --kind revised --about ${notice}`,
        name,
      ),
    )
  }
  const drafted = draftNotices({
    work: { ...describeWork(work), license: work.license },
    claimant,
    repositories: fresh,
    facts,
    options: {
      kind: input.kind === 'revised' ? 'revised' : 'takedown',
      ...(about === null ? {} : { about: refer(about) }),
    },
  })
  problems.push(...drafted.problems, ...drafted.notices.flatMap((draft) => draft.problems))
  if (found.length === 0) {
    problems.push(
      warningOf(
        'nothing-reviewed',
        `No repository of ${work.slug} is reviewed as infringing`,
        `Review the matches first: clawback review ${work.slug} OWNER/NAME --decision infringing …`,
      ),
    )
  }
  const notices = await keepDrafts(app, work, input.kind, about, drafted.notices)
  return { notices: notices.map(summarizeNotice), problems }
}

async function keepDrafts(
  app: DraftApp,
  work: Work,
  kind: Notice['kind'],
  about: Notice | null,
  drafts: NoticeDraft[],
): Promise<Notice[]> {
  return await app.db.tx(async (tx) => {
    const ids = new Set(drafts.flatMap(({ document }) => namedRepositories(document).map(({ id }) => id)))
    await replaceDrafts(tx, app.actor, work, ids)
    const notices: Notice[] = []
    for (const { document } of drafts) notices.push(await keepDraft(tx, app, work, kind, about, document))
    return notices
  })
}

/** Unsigned drafts bind nobody: those about the same repositories give way to the new ones. */
async function replaceDrafts(
  tx: Transaction,
  actor: string,
  work: Work,
  repositoryIds: ReadonlySet<number>,
): Promise<void> {
  const drafts = (await selectNotices(tx, work.id)).filter(
    (notice) => notice.status === 'draft' && notice.kind !== 'retraction',
  )
  const named = await listNamed(
    tx,
    drafts.map(({ id }) => id),
  )
  for (const id of new Set(
    named.filter((row) => repositoryIds.has(row.repositoryId)).map((row) => row.noticeId),
  )) {
    await deleteDraft(tx, id)
    await appendEvent(tx, {
      actor,
      kind: 'notice.draft-replaced',
      subject: `notice:${id}`,
      data: { work: work.slug },
    })
  }
}

async function keepDraft(
  tx: Transaction,
  app: DraftApp,
  work: Work,
  kind: Notice['kind'],
  about: Notice | null,
  document: NoticeDocument,
): Promise<Notice> {
  const id = `${work.slug}-${await nextNumber(tx, work)}`
  const named = document.kind === 'retraction' ? [] : namedRepositories(document)
  const forks = new Set(document.kind === 'retraction' ? [] : document.forks.map((fork) => fork.id))
  const notice = await insertNotice(
    tx,
    {
      id,
      workId: work.id,
      kind,
      status: 'draft',
      parentRepositoryId: named[0]?.id ?? null,
      document,
      aboutNoticeId: about?.id ?? null,
      templateVersion: templateVersion(),
      createdAt: app.clock(),
    },
    named.map((repository) => ({
      repositoryId: repository.id,
      role: forks.has(repository.id) ? ('fork' as const) : ('parent' as const),
      url: repositoryUrl(repository),
      files: repository.files.map((file) => materialUrl(repository, file)),
    })),
  )
  const { repositories, scope } = summarizeNotice(notice)
  await appendEvent(tx, {
    actor: app.actor,
    kind: 'notice.drafted',
    subject: `notice:${id}`,
    data: { work: work.slug, kind, scope, repositories },
  })
  return notice
}

async function draftOneRetraction(
  app: DraftApp,
  work: Work,
  claimant: Claimant,
  about: Notice,
  input: DraftInput,
) {
  const { document, problems } = draftRetraction({
    about: refer(about),
    work: describeWork(work),
    claimant,
    withdraws: readRetractionScope(about, input),
    reason: '',
  })
  const notice = await app.db.tx((tx) => keepDraft(tx, app, work, 'retraction', about, document))
  return { notices: [summarizeNotice(notice)], problems }
}

/** `--only`: the claim against these is withdrawn; `--except`: everything but these is reinstated; neither: all of it. */
function readRetractionScope(about: Notice, input: DraftInput): RetractionScope {
  const document = readDocument(about)
  const named: RepositoryReference[] =
    document.kind === 'retraction'
      ? []
      : namedRepositories(document).map(({ owner, name }) => ({ owner, name }))
  const selected = select(input)
  if (input.only.length > 0) {
    return {
      mode: 'listed',
      repositories: input.only.map(requireName),
      stayDisabled: named.filter((r) => !selected(r)),
    }
  }
  if (input.except.length > 0) return { mode: 'all-except', stayDisabled: input.except.map(requireName) }
  return { mode: 'whole', repositories: named }
}

/** The repositories that a signed takedown names already; the notice to be revised does not count. */
async function alreadyNamed(db: Database, work: Work, about: Notice | null): Promise<Map<number, string>> {
  const signed = (await selectNotices(db, work.id)).filter(
    (notice) =>
      notice.kind !== 'retraction' &&
      (notice.status === 'signed' || notice.status === 'sent') &&
      notice.id !== about?.id,
  )
  const named = await listNamed(
    db,
    signed.map(({ id }) => id),
  )
  return new Map(named.map((row) => [row.repositoryId, row.noticeId]))
}

function select(input: DraftInput): (repository: RepositoryReference) => boolean {
  const fold = ({ owner, name }: RepositoryReference) => `${owner}/${name}`.toLowerCase()
  const only = new Set(input.only.map((text) => fold(requireName(text))))
  const except = new Set(input.except.map((text) => fold(requireName(text))))
  return (repository) => (only.size === 0 || only.has(fold(repository))) && !except.has(fold(repository))
}

function requireName(text: string): RepositoryReference {
  const name = readRepositoryName(text)
  if (name !== undefined) return name
  throw new ClawbackError(
    'REPOSITORY_INVALID',
    `"${text}" is not OWNER/NAME`,
    'Give it as GitHub spells it, or its URL.',
  )
}

async function requireClaimant(db: Database, work: Work): Promise<Claimant> {
  const row = await findClaimant(db, work.id)
  if (row !== undefined) {
    // The document is what gets signed and sent: it holds the claimant, not our row.
    const { workId: _, ...claimant } = row
    return claimant
  }
  throw new ClawbackError(
    'CLAIMANT_MISSING',
    `Nobody complains for ${work.slug} yet`,
    `Say who does: clawback claimant set ${work.slug} --name … --role … --organization … --authority … --email …`,
  )
}

async function readAbout(db: Database, input: DraftInput): Promise<Notice | null> {
  if (input.about !== null) return await requireNotice(db, input.about)
  if (input.kind === 'takedown') return null
  throw new ClawbackError(
    'NOTICE_ABOUT_MISSING',
    `A ${input.kind === 'revised' ? 'revised notice' : 'retraction'} is about an earlier notice`,
    'Give it with --about NOTICE.',
  )
}

async function nextNumber(tx: Transaction, work: Work): Promise<number> {
  const numbers = (await selectNotices(tx, work.id)).map(({ id }) => Number(id.slice(work.slug.length + 1)))
  return Math.max(0, ...numbers) + 1
}

function describeWork(work: Work): NoticedWork {
  return {
    title: work.title,
    owner: work.owner,
    description: work.description ?? `${work.title}, the proprietary source code of ${work.owner}.`,
    url: work.url,
    leakedAt: work.leakedAt?.toISOString().slice(0, 10) ?? null,
  }
}

function refer(notice: Notice): NoticeReference {
  return {
    id: notice.id,
    publishedUrl: notice.publishedUrl,
    ticket: notice.ticket,
    sentAt: notice.sentAt?.toISOString().slice(0, 10) ?? null,
  }
}
