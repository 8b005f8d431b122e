import type { ScanReport, SearchCoverage } from '../server/tasks/scan/scan-report.ts'
import { count } from './text.ts'

/** What a scan asked outside of networks, what came of it, and what it could not see, a line each. */
export function describeCoverage(coverage: ScanReport['coverage']): string[] {
  const { probes, names, trees, commits } = coverage
  return [
    describeProbes(probes),
    ...probes.cuts.map(
      ({ query, total, splitBy }) =>
        `  ${query}: ${total} results, ${splitBy === null ? 'cut off at 1,000' : `asked again by ${splitBy}`}.`,
    ),
    ...describeRecall(coverage),
    ...describeNamed(coverage),
    ...describeSearch('Names and descriptions', names),
    ...describeSearch('Root trees', trees),
    ...describeSearch('Commits that tips name', commits),
    ...describeOwners(coverage),
    ...describeLeads(coverage),
  ]
}

function describeProbes({
  sent,
  planned,
  cutOff,
  split,
  incomplete,
}: ScanReport['coverage']['probes']): string {
  const told = [
    ...(cutOff > 0 ? [`${cutOff} cut off at 1,000 results`] : []),
    ...(split > 0 ? [`${split} asked again in parts`] : []),
    ...(incomplete > 0 ? [`${incomplete} answered incompletely`] : []),
  ]
  return [`Searched: ${sent} of ${count(planned, 'probe')}`, ...told].join(', ') + '.'
}

function describeRecall({ originals, probes, unseen }: ScanReport['coverage']): string[] {
  if (originals === null || probes.planned === 0) return []
  const { searchable, covered } = originals
  return [
    `Code search can find ${searchable} of ${count(originals.originals, 'original')}; these probes cover ${covered}. It never shows: ${unseen.join('; ')}.`,
  ]
}

function describeNamed({ named, gists }: ScanReport['coverage']): string[] {
  const { repositories, commits, owners, proseLines } = named
  const all = [
    [repositories, 'repository', 'repositories'],
    [gists.named, 'gist', 'gists'],
    [commits, 'commit', 'commits'],
    [owners, 'owner', 'owners'],
  ] as const
  const what = all.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many))
  if (what.length === 0) return []
  const prose = proseLines > 0 ? `, beside ${count(proseLines, 'line')} of other text` : ''
  const told = `Named by tips and notices: ${what.join(', ')}${prose}.`
  if (gists.named === 0) return [told]
  return [
    told,
    `Gists: ${gists.examined} of ${gists.named} examined, ${gists.copies} with copies, ${gists.unavailable} no longer there.`,
  ]
}

function describeSearch(
  what: string,
  { planned, sent, leftOut, found, cutOff, incomplete }: SearchCoverage,
): string[] {
  if (planned === 0) return []
  const told = [
    `${sent} of ${count(planned, 'search', 'searches')}`,
    `${found} found`,
    ...(cutOff > 0 ? [`${cutOff} with more results than were looked at`] : []),
    ...(leftOut > 0 ? [`${leftOut} more than one scan asks for`] : []),
    ...(incomplete > 0 ? [`${incomplete} answered incompletely`] : []),
  ]
  return [`${what}: ${told.join(', ')}.`]
}

function describeOwners({ owners }: ScanReport['coverage']): string[] {
  const { planned, asked, candidates, leftOut } = owners
  if (planned === 0) return []
  const left = leftOut > 0 ? `; ${leftOut} more than one scan asks for` : ''
  return [`Owners of copies: ${asked} of ${planned} asked, ${candidates} repositories of theirs${left}.`]
}

const mostLeads = 10

function describeLeads({ leads }: ScanReport['coverage']): string[] {
  const shown = leads
    .slice(0, mostLeads)
    .map(({ repository, kind, what, url }) =>
      kind === 'submodule'
        ? `To look at: ${repository} has the copy ${what} as a submodule (${url}).`
        : `To look at: ${repository} offers ${what}, which was not looked into (${url}).`,
    )
  const more = leads.length - shown.length
  return more > 0 ? [...shown, `To look at: ${more} more (--json lists them).`] : shown
}
