import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { findMatches, selectMatches } from '../../../db/queries/matches.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import { listNamed, type Notice } from '../../../db/queries/notices.ts'
import { listEveryReviewOf, type RecordedReview } from '../../../db/queries/reviews.ts'
import { findWorkById, type Work } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { refuseMaterial } from '../../core/notice/draft-material.ts'
import { judgeNotice } from '../../core/notice/judge-notice.ts'
import { judgeTypedNames } from '../../core/notice/judge-typed-names.ts'
import { errorOf } from '../../core/notice/problem.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import { checkForkSample, sampleForks } from '../../core/notice/sample-forks.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import {
  accusedMaterial,
  accusedRepositories,
  isTakedown,
  isTakedownKind,
  type NamedRepository,
  type NoticeDocument,
  type NoticeProblem,
} from '../../core/notice/types.ts'
import { citeReturns } from '../returns/cite-returns.ts'
import { listNamedAlready } from './named-already.ts'
import { readNetworks } from './read-networks.ts'
import { readCandidates } from './notice-candidates.ts'
import { readDocument } from './notice-summary.ts'
import { toCandidate } from './draft-letters.ts'

export interface JudgedAgain {
  /** What stands behind each name today: frozen with the signature. */
  evidence: object[]
  problems: NoticeProblem[]
}

/**
 * What keeps each name of a notice from being sworn to at this moment, read from the evidence, the reviews and the
 * log: a decision that the log does not hold was made by nobody. A retraction gives back, so nothing is asked of it.
 */
export async function judgeAgain(db: Queryable, notice: Notice): Promise<JudgedAgain> {
  const document = readDocument(notice)
  const work = (await findWorkById(db, notice.workId))!
  const accused = accusedRepositories(document)
  const ids = new Set(accused.map(({ id }) => id))
  const matches = await selectMatches(db, notice.workId, {})
  const found = matches.filter(({ repository }) => ids.has(repository.id))
  const officials = await listOfficials(db, work.id)
  const { candidates, facts, problems } = await readCandidates(db, work, found)
  problems.push(...judgeNotice(document, candidates, facts))
  problems.push(
    ...judgeTypedNames(
      document,
      matches.map(({ repository }) => repository),
      (name) => isOfficial(name, officials),
    ),
  )
  problems.push(...(await compareRows(db, notice, accused)))
  problems.push(...(await refuseNamed(db, notice, accused)))
  for (const one of accused) problems.push(...(await findInLog(db, work, one)))
  problems.push(...(await judgeSample(db, work, document)))
  problems.push(...(await judgeHistory(db, work, document)))
  const material = await judgeMaterial(db, work, document)
  return {
    evidence: [
      ...candidates.map(({ id, owner, name, strength, class: matchClass, license, evidence: files }) => ({
        id,
        owner,
        name,
        strength,
        class: matchClass,
        license,
        files,
      })),
      ...material.evidence,
    ],
    problems: [...problems, ...material.problems],
  }
}

/** What a notice says of earlier ones holds today: none was given back or disputed since it was drafted. */
async function judgeHistory(db: Queryable, work: Work, document: NoticeDocument): Promise<NoticeProblem[]> {
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

/** The rows by which a notice is tracked name what its document names. */
async function compareRows(
  db: Queryable,
  { id }: Notice,
  accused: readonly NamedRepository[],
): Promise<NoticeProblem[]> {
  const rows = (await listNamed(db, [id])).map(({ repositoryId }) => repositoryId).sort()
  const named = accused.map((one) => one.id).sort()
  if (rows.join() === named.join()) return []
  return [errorOf('draft-damaged', `${id} does not name what it was drafted for`, 'Draft the notice again')]
}

/** Two drafts may be made at the same time: the first that is signed is the notice about what it names. */
async function refuseNamed(
  db: Queryable,
  { workId, kind, aboutNoticeId }: Notice,
  accused: readonly NamedRepository[],
): Promise<NoticeProblem[]> {
  if (!isTakedownKind(kind)) return []
  const standing = await listNamedAlready(db, workId, aboutNoticeId)
  return accused.flatMap((repository) => {
    const other = standing.get(repository.id)
    const name = fullName(repository)
    return other === undefined
      ? []
      : [errorOf('already-noticed', `${name} is named in ${other}, which is signed`, 'Leave it out', name)]
  })
}

/**
 * The decisions about a repository are the latest that the log holds, one by one, and so is what was taken back of
 * them: nothing was added, dropped or changed.
 */
async function findInLog(db: Queryable, work: Work, repository: NamedRepository): Promise<NoticeProblem[]> {
  const match = (await findMatches(db, work.id, [repository.id])).get(repository.id)
  const reviews = match === undefined ? [] : ((await listEveryReviewOf(db, [match.id])).get(match.id) ?? [])
  if (reviews.length === 0) return []
  const logged = await readLogged(db, work, repository.id)
  // A work that was removed and added again leaves earlier ones in the log.
  const latest = logged.reviews.slice(-reviews.length)
  const kept = reviews.map(({ review }) => wordsOf({ ...review, at: review.at.toISOString() }))
  const ids = new Set(reviews.map(({ review }) => review.id))
  const takenBack = logged.takenBack.filter(({ review }) => ids.has(review))
  if (
    canonicalJson({ latest, takenBack }) === canonicalJson({ latest: kept, takenBack: takenBackOf(reviews) })
  )
    return []
  const name = fullName(repository)
  return [
    errorOf(
      'review-not-in-log',
      `The decision about ${name} is not in the log: nobody is known to have made it`,
      'Review it again',
      name,
    ),
  ]
}

/** What the log holds about a repository of a work: decisions in their own words, and which were taken back when. */
async function readLogged(db: Queryable, { slug }: Work, repositoryId: number) {
  const reviews: string[] = []
  const takenBack: TakenBack[] = []
  for await (const { kind, data } of readEvents(db, { subject: `repository:${repositoryId}` })) {
    const event = data as Partial<Record<string, unknown>>
    if (event.work !== slug) continue
    if (kind === 'match.reviewed') reviews.push(wordsOf(event))
    if (kind === 'match.review-taken-back')
      takenBack.push({ review: Number(event.review), at: String(event.at) })
  }
  return { reviews, takenBack: takenBack.sort(byReview) }
}

interface TakenBack {
  review: number
  at: string
}

function takenBackOf(reviews: readonly RecordedReview[]): TakenBack[] {
  return reviews
    .flatMap(({ review: { id }, takenBack }) =>
      takenBack === null ? [] : [{ review: id, at: takenBack.at.toISOString() }],
    )
    .sort(byReview)
}

function byReview(a: TakenBack, b: TakenBack): number {
  return a.review - b.review
}

function wordsOf({
  kind,
  decision,
  reviewer,
  reason,
  fairUse,
  evidenceHash,
  at,
}: Partial<Record<string, unknown>>) {
  return canonicalJson({ kind, decision, reviewer, reason, fairUse, evidenceHash, at })
}

/** The sample behind a sentence about all forks, drawn again by its seed over the network as it is known today. */
async function judgeSample(db: Queryable, work: Work, document: NoticeDocument): Promise<NoticeProblem[]> {
  if (!isTakedown(document) || document.representativeForks === false) return []
  // What is no sample at all is an error of the document already.
  if (checkForkSample(document.representativeForks).length > 0) return []
  const { root, reason, seed, drawn } = document.representativeForks
  const name = readRepositoryName(root)
  const row = name === undefined ? undefined : await findRepositoryByName(db, name.owner, name.name)
  const network = row === undefined ? undefined : (await readNetworks(db, work, [row.id])).get(row.id)
  const again = network === undefined ? null : sampleForks(network, { reason, seed, size: drawn.length })
  if (again?.sample?.drawn.join() === drawn.join()) return []
  const changed = errorOf(
    'sample-changed',
    `The network of ${root} is not what the sample was drawn from`,
    'Draw and review it again, or leave the sentence out',
  )
  return again === null || again.problems.length === 0 ? [changed] : again.problems
}

/** Each npm package, gist or page is a candidate today, with the files that the document lists. */
async function judgeMaterial(db: Queryable, work: Work, document: NoticeDocument): Promise<JudgedAgain> {
  const named = accusedMaterial(document)
  if (named.length === 0) return { evidence: [], problems: [] }
  const rows = await listMaterials(db, work.id)
  const officials = await listOfficials(db, work.id)
  const logged = await readMaterialDecisions(db, work)
  const judged: JudgedAgain = { evidence: [], problems: [] }
  for (const { url, files } of named) {
    const row = rows.find((one) => one.url === url)
    const candidate = row === undefined ? undefined : toCandidate(row, officials)
    if (row === undefined || candidate === undefined) {
      judged.problems.push(errorOf('material-unreviewed', `${url} is not known`, 'Add it and review it'))
      continue
    }
    judged.problems.push(...refuseMaterial(candidate))
    if (logged.get(url) !== wordsOfDecision({ ...row, reviewedAt: row.reviewedAt?.toISOString() })) {
      judged.problems.push(
        errorOf(
          'review-not-in-log',
          `The decision about ${url} is not in the log: nobody is known to have made it`,
          'Review it again',
        ),
      )
    }
    const known = new Set(candidate.files.map(({ path, blob }) => `${blob} ${path}`))
    const fits = files.length === 0 ? candidate.entire : files.every((f) => known.has(`${f.blob} ${f.path}`))
    if (!fits) {
      judged.problems.push(
        errorOf('material-changed', `What is claimed of ${url} is not what was found`, 'Draft it again'),
      )
    }
    judged.evidence.push({ url, class: row.class, strength: row.strength, files: row.files })
  }
  return judged
}

/** The latest decision that the log holds about each address. */
async function readMaterialDecisions(db: Queryable, work: Work): Promise<Map<unknown, string>> {
  const latest = new Map<unknown, string>()
  for await (const { data } of readEvents(db, { kind: 'material.reviewed', subject: `work:${work.slug}` })) {
    const event = data as Partial<Record<string, unknown>>
    latest.set(event.url, wordsOfDecision(event))
  }
  return latest
}

function wordsOfDecision({
  decision,
  reviewer,
  reason,
  fairUse,
  reviewedHash,
  reviewedAt,
}: Partial<Record<string, unknown>>) {
  return canonicalJson({ decision, reviewer, reason, fairUse, reviewedHash, reviewedAt })
}
