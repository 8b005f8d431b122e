import { readFile } from 'node:fs/promises'
import type { StepKind } from '../../../db/queries/scans.ts'
import type { Official } from '../../../db/queries/officials.ts'
import { parseGitHubUrl } from '../../core/repository/github-url.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import type { SearchPlan } from '../plan-probes.ts'

export interface ScanInput {
  work: string
  /** null: 30, or none where repositories, networks or tips are given. */
  probes: number | null
  /** `OWNER/NAME` or a GitHub URL */
  repositories: string[]
  networks: string[]
  tipsFile: string | null
  resume: boolean
}

/** What a scan was asked to do. Two scans with equal options are the same scan: the later one goes on with it. */
export interface ScanOptions {
  probes: number
  repositories: string[]
  networks: string[]
  /** Lines of the tips file that name no repository. */
  unusableTips: string[]
}

const defaultProbes = 30

/** @throws ClawbackError REPOSITORY_INVALID, TIPS_NOT_READABLE */
export async function readScanOptions(input: ScanInput): Promise<ScanOptions> {
  const tips = input.tipsFile === null ? { repositories: [], unusable: [] } : await readTips(input.tipsFile)
  const repositories = [...input.repositories.map(requireFullName), ...tips.repositories]
  const networks = input.networks.map(requireFullName)
  const aimed = repositories.length > 0 || networks.length > 0
  return {
    probes: input.probes ?? (aimed ? 0 : defaultProbes),
    repositories: [...new Set(repositories)],
    networks: [...new Set(networks)],
    unusableTips: tips.unusable,
  }
}

export interface PlannedStep {
  kind: StepKind
  key: string
  position: number
  /** `pending` unless told: some steps are done with what planned them. */
  status?: 'pending' | 'done'
  result?: unknown
}

/** The first steps of a scan. Official repositories come first: what they publish is no evidence. */
export function planScan(
  options: ScanOptions,
  officials: readonly Official[],
  { probes, names, trees, coverage }: SearchPlan,
): PlannedStep[] {
  const named = officials.filter((official) => official.name !== null)
  return [
    ...named.map((official) => ({ kind: 'official' as const, key: `${official.owner}/${official.name!}` })),
    { kind: 'recall' as const, key: 'originals', status: 'done' as const, result: coverage },
    ...probes.map(({ query }) => ({ kind: 'probe' as const, key: query })),
    ...names.map(({ query }) => ({ kind: 'name' as const, key: query })),
    ...trees.map(({ tree }) => ({ kind: 'tree' as const, key: tree })),
    // A leak likes to hide among the forks of the owner's own repositories, and search never shows forks.
    ...(options.probes > 0 ? named : []).map((official) => ({
      kind: 'network' as const,
      key: `${official.owner}/${official.name!}`,
    })),
    ...options.networks.map((key) => ({ kind: 'network' as const, key })),
    ...options.repositories.map((key) => ({ kind: 'repository' as const, key })),
  ].map((step, position) => ({ ...step, position }))
}

async function readTips(file: string): Promise<{ repositories: string[]; unusable: string[] }> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new ClawbackError(
      'TIPS_NOT_READABLE',
      `The tips file ${file} could not be read`,
      'Give --tips a text file with one GitHub URL a line.',
      { cause: error },
    )
  }
  const repositories: string[] = []
  const unusable: string[] = []
  for (const line of text.split(/\r?\n/).map((l) => l.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const url = parseGitHubUrl(line)
    if (url !== undefined && 'name' in url) repositories.push(`${url.owner}/${url.name}`)
    else unusable.push(line)
  }
  return { repositories, unusable }
}

function requireFullName(text: string): string {
  const name = readRepositoryName(text)
  if (name !== undefined) return `${name.owner}/${name.name}`
  throw new ClawbackError(
    'REPOSITORY_INVALID',
    `"${text}" is not OWNER/NAME`,
    'Give it as GitHub spells it, or its URL.',
  )
}
