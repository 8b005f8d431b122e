import type { Database } from '../../../db/database.ts'
import { countRequestsSince } from '../../../db/queries/requests.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import type { Transition } from '../../core/repository/availability.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Connect } from '../connection.ts'
import { listOverreach, type Overreach } from '../list-overreach.ts'
import type { Progress } from '../progress.ts'
import type { SentNotice } from '../sent-notices.ts'
import { keepBatch, type KeptChange } from './keep-batch.ts'
import { keepPublishedUrls } from './keep-published-urls.ts'
import { lookAtRepositories } from './look-at-repositories.ts'
import { recheckMaterials, type MaterialReport } from './recheck-materials.ts'
import { tellWhatHappened } from './tell-what-happened.ts'
import { selectDue, selectForRecheck, type RecheckSelection } from './select-for-recheck.ts'

export interface RecheckReport {
  checked: number
  requests: { core: number; graphql: number; search: number; code_search: number; notModified: number }
  changes: {
    repository: string
    /** What the change means: `disabled`, `reinstated`, `material-removed`, … */
    transition: Transition
    from: Availability
    to: Availability
    at: string
    noticeUrl: string | null
    /** The notice of ours that GitHub's block names. */
    attributedTo: string | null
    reinstated: boolean
    /** The files of the evidence that still stand; null where nobody had to look. */
    remaining: string[] | null
  }[]
  /** Followed by their ids to new names. */
  renamed: { from: string; to: string; at: string }[]
  /** Disabled under a notice of ours that does not name them. */
  overreach: Overreach[]
  couldNotTell: { repository: string; reason: string }[]
  /** Gists, which GitHub shows by themselves. */
  materials: MaterialReport
}

export interface RecheckApp {
  db: Database
  actor: string
  clock: () => Date
  connect: Connect
}

/**
 * Asks GitHub what became of the matches, of everything that our notices name, of the rest of those networks and of
 * the official repositories. GraphQL tells where something may have changed, REST gives the answer. A failure is
 * *could not tell*, and what was known stays.
 * @throws ClawbackError WORK_UNKNOWN, NOTICE_UNKNOWN, GITHUB_UNREACHABLE, GITHUB_CREDENTIALS_REFUSED
 */
export async function recheck(
  app: RecheckApp,
  input: { work: string | null; notice: string | null },
  progress: Progress,
): Promise<RecheckReport> {
  return await lookAtSelection(app, await selectForRecheck(app.db, input), progress)
}

/** The same for what the schedule says is due. When told to stop, the rest stays due. */
export async function recheckDue(
  app: RecheckApp,
  progress: Progress,
  signal: AbortSignal,
): Promise<RecheckReport> {
  return await lookAtSelection(app, await selectDue(app.db, app.clock()), progress, signal)
}

/** The same for matches of a work that somebody chose, whatever is due. */
export async function recheckThese(
  app: RecheckApp,
  { work, repositories }: { work: string; repositories: readonly number[] },
  progress: Progress,
  signal: AbortSignal,
): Promise<RecheckReport> {
  const selection = await selectForRecheck(app.db, { work, notice: null })
  const chosen = new Set(repositories)
  const watched = new Map([...selection.watched].filter(([id]) => chosen.has(id)))
  return await lookAtSelection(app, { ...selection, watched, materials: [] }, progress, signal)
}

async function lookAtSelection(
  app: RecheckApp,
  selection: RecheckSelection,
  progress: Progress,
  signal?: AbortSignal,
): Promise<RecheckReport> {
  const started = app.clock()
  const report: RecheckReport = {
    checked: 0,
    requests: { core: 0, graphql: 0, search: 0, code_search: 0, notModified: 0 },
    changes: [],
    renamed: [],
    overreach: [],
    couldNotTell: [],
    materials: { checked: 0, changes: [], couldNotTell: [] },
  }
  const changes: KeptChange[] = []
  if (selection.watched.size + selection.materials.length > 0) {
    const github = await app.connect(null)
    await github.whoAmI()
    const eyes = { db: app.db, github, clock: app.clock }
    for await (const batch of lookAtRepositories(eyes, selection.watched, progress)) {
      if (signal?.aborted === true) break
      const kept = await keepBatch(app, batch, selection.notices)
      changes.push(...kept.changes)
      report.renamed.push(...kept.renamed.map(({ from, to, at }) => ({ from, to, at: at.toISOString() })))
      const untold = batch.looks.filter(({ availability }) => availability === 'unknown')
      report.checked += batch.quiet.length + batch.looks.length - untold.length
      for (const { repository, reason } of [...untold, ...batch.unasked])
        report.couldNotTell.push({
          repository: formatRepositoryName(repository),
          reason: reason ?? 'no answer',
        })
    }
    report.materials = await recheckMaterials(app, github, selection.materials, signal)
    await github.settled()
  }
  const notices = await keepPublishedUrls(app, selection.notices)
  await tellWhatHappened(app, { works: selection.works, notices })
  for (const { slug } of selection.works) report.overreach.push(...(await listOverreach(app, slug)))
  report.changes = changes.map((change) => describe(change, notices))
  report.requests = await countRequestsSince(app.db, started)
  return report
}

function describe(change: KeptChange, notices: readonly SentNotice[]): RecheckReport['changes'][number] {
  const { repository, transition, from, to, at, noticeUrl, reinstated, remaining } = change
  const attributedTo = attribute(change, notices)?.id ?? null
  return {
    repository,
    transition,
    from,
    to,
    at: at.toISOString(),
    noticeUrl,
    attributedTo,
    reinstated,
    remaining,
  }
}

/** GitHub may publish several of our notices under one address: the one that names the repository is meant. */
function attribute({ id, noticeUrl }: KeptChange, notices: readonly SentNotice[]) {
  const naming = notices.filter(({ named }) => named.has(id)).map(({ notice }) => notice)
  return (
    attributeNotice(noticeUrl, naming) ??
    attributeNotice(
      noticeUrl,
      notices.map(({ notice }) => notice),
    )
  )
}
