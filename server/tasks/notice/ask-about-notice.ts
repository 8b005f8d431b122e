import type { Database, Queryable } from '../../../db/database.ts'
import { findMatches, listMatchRefs } from '../../../db/queries/matches.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { listOfficials, type Official } from '../../../db/queries/officials.ts'
import { judgeHeads, judgeNewHeads, needsTree, type HeadToday } from '../../core/notice/judge-heads.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import { accusedRepositories } from '../../core/notice/accused.ts'
import type { NamedRepository, NoticeDocument, NoticeScope } from '../../core/notice/types.ts'
import { isOfficial } from '../../core/repository/official.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { Connect, Connection } from '../connection.ts'
import { readDocument } from './notice-summary.ts'

/** What GitHub showed of the repositories that a notice names, right now. */
export interface AskedAbout {
  problems: NoticeProblem[]
  /** Of these nothing could be told: neither that all is well nor that it is not. */
  couldNotTell: { repository: string; reason: string }[]
}

/** So many repositories are asked about at once. */
const AT_ONCE = 4

/**
 * Asks GitHub about every repository that a notice accuses: gone, blocked, renamed, the owner's own by now, or with
 * heads that moved since the review. REST has the verdict on each; a branch is read where evidence stands on it.
 * @throws ClawbackError GITHUB_TOKEN_MISSING, GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE
 */
export async function askAboutNotice(
  app: { db: Database; connect: Connect },
  notice: Notice,
): Promise<AskedAbout> {
  const document = readDocument(notice)
  const named = accusedRepositories(document)
  if (named.length === 0) return { problems: [], couldNotTell: [] }
  const known = await readKnown(app.db, notice.workId, named)
  const github = await app.connect(null)
  await github.whoAmI()
  const asked: AskedAbout = { problems: [], couldNotTell: [] }
  for (let from = 0; from < named.length; from += AT_ONCE) {
    const part = await Promise.all(
      named.slice(from, from + AT_ONCE).map((one) => askAboutOne(github, one, scopeOf(document), known)),
    )
    for (const { problems, couldNotTell } of part) {
      asked.problems.push(...problems)
      asked.couldNotTell.push(...couldNotTell)
    }
  }
  await github.settled()
  return asked
}

interface Known {
  officials: Official[]
  /** By repository: the branches and tags that the evidence stands at. */
  refs: Map<number, RefHead[]>
}

async function readKnown(db: Queryable, workId: number, named: readonly NamedRepository[]): Promise<Known> {
  const ids = named.map(({ id }) => id)
  const matches = await findMatches(db, workId, ids)
  const refsOf = await listMatchRefs(
    db,
    [...matches.values()].map(({ id }) => id),
  )
  return {
    officials: await listOfficials(db, workId),
    refs: new Map([...matches].map(([repositoryId, { id }]) => [repositoryId, refsOf.get(id) ?? []])),
  }
}

function scopeOf(document: NoticeDocument): NoticeScope | null {
  return 'scope' in document ? document.scope : null
}

async function askAboutOne(
  github: Connection,
  named: NamedRepository,
  scope: NoticeScope | null,
  { officials, refs }: Known,
): Promise<AskedAbout> {
  const name = fullName(named)
  const found = (...problems: NoticeProblem[]): AskedAbout => ({ problems, couldNotTell: [] })
  const untold = (reason: string): AskedAbout => ({
    problems: [],
    couldNotTell: [{ repository: name, reason }],
  })
  const answer = await github.getRepository(named.id)
  if (answer.outcome === 'could-not-tell') return untold(answer.reason)
  if (answer.outcome !== 'available') {
    return found(
      errorOf(
        'repository-dead',
        `${name} is ${answer.outcome}: its address leads nowhere`,
        'Leave it out, and draft the notice again: clawback recheck',
        name,
      ),
    )
  }
  const today = answer.repository
  if (isOfficial(today, officials)) {
    const message = `${name} is ${fullName(today)} by now, an official repository`
    return found(errorOf('repository-official', message, 'Leave it out', name))
  }
  if (fullName(today).toLowerCase() !== name.toLowerCase()) {
    return found(
      errorOf(
        'repository-renamed',
        `${name} is called ${fullName(today)} now`,
        'Scan it again under its name of today, review it and draft the notice again',
        name,
      ),
    )
  }
  const seen = refs.get(named.id) ?? []
  const heads = await github.listHeads({ ...named, nodeId: today.nodeId })
  if (heads.outcome === 'could-not-tell') return untold(heads.reason)
  const standing = heads.outcome === 'found' ? heads.value.heads : []
  const now = new Map(standing.map((head) => [head.ref, head]))
  const read = await readBlobsAt(github, named, scope, seen, now)
  if ('reason' in read) return untold(read.reason)
  return found(...judgeHeads(named, scope, read.heads), ...judgeNewHeads(named, scope, seen, standing))
}

/** What stands at the heads of today; the trees are listed only where a list of files has to be compared. */
async function readBlobsAt(
  github: Connection,
  named: NamedRepository,
  scope: NoticeScope | null,
  seen: readonly RefHead[],
  now: ReadonlyMap<string, RefHead>,
): Promise<{ heads: HeadToday[] } | { reason: string }> {
  const heads: HeadToday[] = []
  for (const one of seen) {
    const head = { seen: one, now: now.get(one.ref) ?? null }
    if (!needsTree(head, scope)) {
      heads.push({ ...head, blobs: null })
      continue
    }
    const tree = await github.readTree(named, head.now!.tree)
    if (tree.outcome === 'could-not-tell') return { reason: tree.reason }
    if (tree.outcome === 'not-found') return { reason: `the tree of ${one.ref} was not there` }
    heads.push({ ...head, blobs: new Map(tree.value.entries.map(({ path, blob }) => [path, blob])) })
  }
  return { heads }
}
