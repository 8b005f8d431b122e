import type { Queryable } from '../../../db/database.ts'
import { listMaterials, type MaterialRow } from '../../../db/queries/materials.ts'
import {
  draftMaterial,
  type MaterialCandidate,
  type MaterialDraft,
} from '../../core/notice/draft-material.ts'
import { isOfficialGist, type OfficialName } from '../../core/repository/official.ts'
import { warningOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { accusedMaterial } from '../../core/notice/accused.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { selectNotices } from '../../../db/queries/notices.ts'
import { describeWork } from './describe-subject.ts'
import type { DraftApp, DraftInput, DraftReport, Subject } from './draft-notices.ts'
import { keepDrafts } from './keep-drafts.ts'
import { readDocument } from './notice-summary.ts'

/** Letters under 512(c)(3), one for each other provider that holds material reviewed as infringing. */
export async function draftLetters(app: DraftApp, subject: Subject, input: DraftInput): Promise<DraftReport> {
  const { notices, problems } = await draft(app.db, subject, input, ({ kind }) => kind === 'elsewhere')
  if (notices.length === 0 && problems.length === 0) {
    problems.push(
      warningOf(
        'nothing-reviewed',
        `No material at another provider is reviewed as infringing`,
        `Add what was found: clawback material add ${subject.work.slug} URL --copy PATH`,
      ),
    )
  }
  const documents = notices.map(({ document }) => document)
  return {
    notices: await keepDrafts(app, subject.work, null, documents),
    problems: [...problems, ...notices.flatMap((one) => one.problems)],
    reach: [],
  }
}

/** GitHub's form for npm packages and gists; `--only` is about repositories, so then there are none. */
export async function draftMaterialForms(
  db: Queryable,
  subject: Subject,
  input: DraftInput,
): Promise<{ notices: MaterialDraft[]; problems: NoticeProblem[] }> {
  if (input.only.length > 0) return { notices: [], problems: [] }
  return await draft(db, subject, input, ({ kind }) => kind !== 'elsewhere')
}

async function draft(
  db: Queryable,
  { work, claimant }: Subject,
  input: DraftInput,
  isWanted: (row: MaterialRow) => boolean,
): Promise<{ notices: MaterialDraft[]; problems: NoticeProblem[] }> {
  const named = await alreadyNamed(db, work.id)
  const officials = await listOfficials(db, work.id)
  const materials = (await listMaterials(db, work.id))
    .filter((row) => isWanted(row) && row.decision === 'infringing' && !named.has(row.url))
    .map((row) => toCandidate(row, officials))
  return draftMaterial({
    work: describeWork(work),
    claimant,
    materials,
    agents: input.agents ?? new Map(),
  })
}

async function alreadyNamed(db: Queryable, workId: number): Promise<Set<string>> {
  const notices = (await selectNotices(db, workId)).filter(
    ({ status }) => status === 'signed' || status === 'sent',
  )
  return new Set(notices.flatMap((notice) => accusedMaterial(readDocument(notice)).map(({ url }) => url)))
}

/** A decision holds over exactly the evidence that its reviewer saw. */
export function toCandidate(row: MaterialRow, officials: readonly OfficialName[]): MaterialCandidate {
  const { id, kind, url, strength, entire } = row
  return {
    id,
    kind,
    url,
    strength,
    entire,
    class: row.class,
    official: isOfficialGist(row, officials),
    decision:
      row.reviewedHash === row.evidenceHash && (row.fairUse ?? '').trim() !== '' ? row.decision : null,
    files: row.files.filter((file) => file.strength === 'strong').map(({ path, blob }) => ({ path, blob })),
  }
}
