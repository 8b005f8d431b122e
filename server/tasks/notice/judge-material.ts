import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import type { Work } from '../../../db/queries/works.ts'
import { accusedMaterial } from '../../core/notice/accused.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { refuseMaterial } from '../../core/notice/draft-material.ts'
import { errorOf } from '../../core/notice/problem.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { toCandidate } from './draft-letters.ts'
import type { JudgedAgain } from './judge-again.ts'

/** Each npm package, gist or page is a candidate today, with the files that the document lists. */
export async function judgeMaterial(
  db: Queryable,
  work: Work,
  document: NoticeDocument,
): Promise<JudgedAgain> {
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
