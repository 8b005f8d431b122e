import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { findMatches, selectMatches } from '../../../db/queries/matches.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import { listNamed, type Notice } from '../../../db/queries/notices.ts'
import { listReviewsOf } from '../../../db/queries/reviews.ts'
import { findWorkById, type Work } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { refuseMaterial } from '../../core/notice/draft-material.ts'
import { judgeNotice } from '../../core/notice/judge-notice.ts'
import { errorOf } from '../../core/notice/problem.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import { checkForkSample, sampleForks } from '../../core/notice/sample-forks.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import {
  accusedMaterial,
  accusedRepositories,
  isTakedown,
  type NamedRepository,
  type NoticeDocument,
  type NoticeProblem,
} from '../../core/notice/types.ts'
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
  const found = (await selectMatches(db, notice.workId, {})).filter(({ repository }) =>
    ids.has(repository.id),
  )
  const { candidates, facts, problems } = await readCandidates(db, work, found)
  problems.push(...judgeNotice(document, candidates, facts))
  problems.push(...(await compareRows(db, notice, accused)))
  for (const one of accused) problems.push(...(await findInLog(db, work, one)))
  problems.push(...(await judgeSample(db, work, document)))
  const material = await judgeMaterial(db, notice.workId, document)
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

/** The decisions about a repository are the latest that the log holds, one by one: none was added, dropped or changed. */
async function findInLog(db: Queryable, work: Work, repository: NamedRepository): Promise<NoticeProblem[]> {
  const match = (await findMatches(db, work.id, [repository.id])).get(repository.id)
  const reviews = match === undefined ? [] : ((await listReviewsOf(db, [match.id])).get(match.id) ?? [])
  if (reviews.length === 0) return []
  const logged: string[] = []
  for await (const { data } of readEvents(db, {
    kind: 'match.reviewed',
    subject: `repository:${repository.id}`,
  })) {
    const event = data as Partial<Record<string, unknown>>
    if (event.work === work.slug) logged.push(wordsOf(event))
  }
  // A work that was removed and added again leaves earlier ones in the log.
  const latest = logged.slice(-reviews.length)
  const kept = reviews.map((review) => wordsOf({ ...review, at: review.at.toISOString() }))
  if (canonicalJson(latest) === canonicalJson(kept)) return []
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
async function judgeMaterial(db: Queryable, workId: number, document: NoticeDocument): Promise<JudgedAgain> {
  const named = accusedMaterial(document)
  if (named.length === 0) return { evidence: [], problems: [] }
  const rows = await listMaterials(db, workId)
  const officials = await listOfficials(db, workId)
  const judged: JudgedAgain = { evidence: [], problems: [] }
  for (const { url, files } of named) {
    const row = rows.find((one) => one.url === url)
    const candidate = row === undefined ? undefined : toCandidate(row, officials)
    if (row === undefined || candidate === undefined) {
      judged.problems.push(errorOf('material-unreviewed', `${url} is not known`, 'Add it and review it'))
      continue
    }
    judged.problems.push(...refuseMaterial(candidate))
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
