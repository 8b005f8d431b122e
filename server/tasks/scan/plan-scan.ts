import type { StepKind } from '../../../db/queries/scans.ts'
import type { Official } from '../../../db/queries/officials.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import type { SearchPlan } from '../plan-probes.ts'
import { isNothing, readNamed, type Named } from './read-named.ts'

export interface ScanInput {
  work: string
  /** null: 30, or none where repositories, networks or tips are given. */
  probes: number | null
  /** `OWNER/NAME` or a GitHub URL */
  repositories: string[]
  networks: string[]
  tipsFile: string | null
  /** Tips as a text, besides those of the file. */
  tips?: string
  /** Searches that are left out, exactly as `probes` shows them. */
  without?: readonly string[]
  /** Files of published notices, whose repositories are looked at. */
  noticeFiles?: readonly string[]
  resume: boolean
}

/** What a scan was asked to do. Two scans with equal options are the same scan: the later one goes on with it. */
export interface ScanOptions {
  probes: number
  repositories: string[]
  networks: string[]
  /** What tips and published notices name; it need not be there any more. */
  named: Named
  /** Searches that are not sent; absent: none is left out. */
  without?: string[]
}

const defaultProbes = 30

/** @throws ClawbackError REPOSITORY_INVALID, TIPS_NOT_READABLE, FILE_NOT_READ, FILE_NOT_TEXT */
export async function readScanOptions(input: ScanInput): Promise<ScanOptions> {
  const repositories = [...new Set(input.repositories.map(requireFullName))]
  const networks = [...new Set(input.networks.map(requireFullName))]
  const named = await readNamed(input, input.noticeFiles ?? [])
  const aimed = repositories.length > 0 || networks.length > 0 || !isNothing(named)
  const probes = input.probes ?? (aimed ? 0 : defaultProbes)
  const without = [...new Set(input.without)].sort()
  // Absent when empty: a scan that was asked for before there was this choice is still the same scan.
  return { probes, repositories, networks, named, ...(without.length === 0 ? {} : { without }) }
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
  const isSent = ({ key }: { key: string }) => options.without?.includes(key) !== true
  return [
    ...named.map((official) => ({ kind: 'official' as const, key: `${official.owner}/${official.name!}` })),
    { kind: 'recall' as const, key: 'originals', status: 'done' as const, result: coverage },
    ...probes.map(({ query }) => ({ kind: 'probe' as const, key: query })).filter(isSent),
    ...names.map(({ query }) => ({ kind: 'name' as const, key: query })).filter(isSent),
    ...trees.map(({ tree }) => ({ kind: 'tree' as const, key: tree })).filter(isSent),
    // A leak likes to hide among the forks of the owner's own repositories, and search never shows forks.
    ...(options.probes > 0 ? named : []).map((official) => ({
      kind: 'network' as const,
      key: `${official.owner}/${official.name!}`,
    })),
    ...options.networks.map((key) => ({ kind: 'network' as const, key })),
    ...[...options.repositories, ...options.named.repositories].map((key) => ({
      kind: 'repository' as const,
      key,
    })),
    ...options.named.commits.map((key) => ({ kind: 'commit' as const, key })),
    ...options.named.owners.map((key) => ({ kind: 'owner' as const, key })),
    ...options.named.gists.map((key) => ({ kind: 'gist' as const, key })),
  ].map((step, position) => ({ ...step, position }))
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
