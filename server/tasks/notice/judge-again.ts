import type { Queryable } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listNamed, type Notice } from '../../../db/queries/notices.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import { accusedRepositories, isTakedownKind } from '../../core/notice/accused.ts'
import { judgeNotice } from '../../core/notice/judge-notice.ts'
import { judgeTypedNames } from '../../core/notice/judge-typed-names.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import type { NamedRepository } from '../../core/notice/types.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { findInLog } from './find-in-log.ts'
import { judgeHistory } from './judge-history.ts'
import { judgeMaterial } from './judge-material.ts'
import { judgeSample } from './judge-sample.ts'
import { listNamedAlready } from './named-already.ts'
import { readCandidates } from './notice-candidates.ts'
import { readDocument } from './notice-summary.ts'

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
