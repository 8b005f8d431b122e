import { findMatches } from '../../../db/queries/matches.ts'
import {
  findRepositories,
  findRepositoryByName,
  type RepositoryRow,
} from '../../../db/queries/repositories.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readGitmodules } from '../../core/repository/read-gitmodules.ts'
import type { Attachments } from '../../github/read-attachments.ts'
import { asCouldNotTell } from './could-not-tell.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { ScanContext } from './scan-context.ts'

/** Something beside a candidate's own files that a person should look at. */
export interface Lead {
  repository: string
  /** `submodule`: it takes in a copy that was found. `release`: an archive that was not looked into. */
  kind: 'submodule' | 'release'
  /** The copy's name, or that of the file. */
  what: string
  url: string
}

export interface LeadResult {
  leads: Lead[]
}

/** What can hold files of a work: archives, packages, and maps with their sources. */
const archive = /\.(?:zip|7z|rar|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|jar|war|whl|crate|gem|nupkg|vsix|asar|map)$/i

/**
 * Looks beside the files of candidates, after all of them were judged: archives in releases are listed as places that
 * nobody looked into, and so are submodules that lead to a copy. Neither is evidence against the repository.
 */
export async function takeLeadSteps(context: ScanContext, steps: readonly ScanStep[]): Promise<void> {
  const { db, github } = context
  const rows = await findRepositories(
    db,
    steps.map(({ key }) => Number(key)),
  )
  const asked = steps.flatMap((step) => {
    const repository = rows.get(Number(step.key))
    return repository === undefined ? [] : [{ step, repository }]
  })
  const answers = await github.readAttachments(asked.map(({ repository }) => repository))
  for (const [at, { step, repository }] of asked.entries()) {
    const answer = answers[at]
    if (answer?.outcome === 'could-not-tell') await keepUnanswered(context, step, asCouldNotTell(answer, ''))
    else await keepLeads(context, step, repository, answer?.outcome === 'found' ? answer.value : null)
  }
}

async function keepLeads(
  context: ScanContext,
  step: ScanStep,
  repository: RepositoryRow,
  attachments: Attachments | null,
): Promise<void> {
  const isOurs = isOfficial(repository, context.officials)
  const leads = attachments === null || isOurs ? [] : await findLeads(context, repository, attachments)
  const result: LeadResult = { leads }
  await context.db.tx((tx) =>
    updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result }),
  )
}

async function findLeads(
  { db, work }: ScanContext,
  repository: RepositoryRow,
  { assets, gitmodules }: Attachments,
): Promise<Lead[]> {
  const name = `${repository.owner}/${repository.name}`
  const leads: Lead[] = assets
    .filter((asset) => archive.test(asset.name))
    .map((asset) => ({
      repository: name,
      kind: 'release',
      what: `${asset.name} (${asset.tag})`,
      url: asset.url,
    }))
  for (const { url, repository: target } of readGitmodules(gitmodules ?? '', repository)) {
    if (target === undefined) continue
    const row = await findRepositoryByName(db, target.owner, target.name)
    const match = row && (await findMatches(db, work.id, [row.id])).get(row.id)
    if (match === undefined || match.strength === 'none') continue
    leads.push({ repository: name, kind: 'submodule', what: `${target.owner}/${target.name}`, url })
  }
  return leads
}
