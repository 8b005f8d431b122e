import type { MatchClass, Strength } from '../match/types.ts'
import type { Decision } from '../repository/types.ts'
import { checkNotice } from './check-notice.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type {
  Claimant,
  LetterDocument,
  NoticeDocument,
  NoticedWork,
  OtherMaterial,
  TakedownDocument,
} from './types.ts'

/** Material besides repositories that a person wants to name, with all that decides whether a notice may. */
export interface MaterialCandidate extends OtherMaterial {
  decision: Decision | null
  strength: Strength
  class: MatchClass
  /** Under an account whose every repository is official. */
  official: boolean
  entire: boolean
}

export interface MaterialDraft {
  document: TakedownDocument | LetterDocument
  problems: NoticeProblem[]
}

/** Why a notice may not name this material; empty when it may. The gate is that of a repository. */
export function refuseMaterial({ url, ...candidate }: MaterialCandidate): NoticeProblem[] {
  const refusals: NoticeProblem[] = []
  const refuse = (code: string, message: string, fix: string): void => {
    refusals.push(errorOf(code, message, fix))
  }
  if (candidate.official) {
    refuse(
      'material-official',
      `${url} is under an official account: the owner's own or licensed code never infringes`,
      'Leave it out',
    )
  }
  if (candidate.decision === null) {
    refuse('material-unreviewed', `${url} was not reviewed`, 'Review it: clawback material review')
  } else if (candidate.decision !== 'infringing') {
    refuse('material-not-infringing', `${url} was reviewed as ${candidate.decision}`, 'Leave it out')
  }
  if (candidate.class === 'port') {
    refuse('material-port', `${url} is a port: no text of the work was found in it`, 'Ask counsel')
  }
  if (candidate.strength !== 'strong' || candidate.files.length === 0) {
    refuse('material-without-evidence', `There is no strong evidence about ${url}`, 'Add a copy of it again')
  }
  return refusals
}

/**
 * One notice in GitHub's form for each npm package or gist, and one letter for each other provider whose agent is
 * known. What may not be named is in the problems.
 */
export function draftMaterial(input: {
  work: NoticedWork
  claimant: Claimant
  materials: readonly MaterialCandidate[]
  /** Designated agents and their addresses, by host. */
  agents: ReadonlyMap<string, string>
}): { notices: MaterialDraft[]; problems: NoticeProblem[] } {
  const problems = input.materials.flatMap(refuseMaterial)
  const named = input.materials.filter((candidate) => refuseMaterial(candidate).length === 0)
  const forms = named.filter(({ kind }) => kind !== 'elsewhere').map((one) => draftForm(one, input))
  const byHost = new Map<string, MaterialCandidate[]>()
  for (const one of named.filter(({ kind }) => kind === 'elsewhere')) {
    const { host } = new URL(one.url)
    byHost.set(host, [...(byHost.get(host) ?? []), one])
  }
  const letters = [...byHost].flatMap(([host, materials]) => {
    const agent = input.agents.get(host)
    if (agent !== undefined) return [draftLetter({ host, agent }, materials, input)]
    problems.push(
      errorOf(
        'provider-agent-missing',
        `Nothing says who the designated agent of ${host} is`,
        `Give --agent "${host}=NAME, ADDRESS", as the provider or the Copyright Office's directory states it`,
      ),
    )
    return []
  })
  return { notices: [...forms, ...letters].map(withProblems), problems }
}

type Subject = { work: NoticedWork; claimant: Claimant }

const statements = { goodFaith: true, fairUse: true, perjury: true, guide: true }

function draftForm(material: MaterialCandidate, { work, claimant }: Subject): TakedownDocument {
  return {
    kind: 'takedown',
    platform: material.kind === 'npm' ? 'npm.js' : 'GitHub',
    ticket: null,
    work,
    claimant,
    scope: material.entire ? 'entire-repository' : 'specific-files',
    repositories: [],
    forks: [],
    otherMaterial: [name(material)],
    representativeForks: false,
    technologicalMeasures: null,
    openSource: null,
    solution: { kind: 'must-be-removed' },
    infringerContact: '',
    statements,
    signature: null,
  }
}

function draftLetter(
  provider: LetterDocument['provider'],
  materials: readonly MaterialCandidate[],
  { work, claimant }: Subject,
): LetterDocument {
  const named = materials.map(name)
  return { kind: 'letter', provider, work, claimant, materials: named, statements, signature: null }
}

function name({ id, kind, url, entire, files }: MaterialCandidate): OtherMaterial {
  return { id, kind, url, files: entire ? [] : files }
}

function withProblems(document: MaterialDraft['document']): MaterialDraft {
  const checked: NoticeDocument = document
  return { document, problems: checkNotice(checked).problems }
}
