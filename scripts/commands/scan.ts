import type { Command } from 'commander'
import { collect, command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'
import type { ScanReport, SearchCoverage } from '../../server/tasks/scan/report-scan.ts'

interface ScanOptions {
  probes?: number
  repository?: string[]
  network?: string[]
  tips?: string
  resume?: boolean
  json?: boolean
}

export function scanCommand(): Command {
  return command(
    'scan <work>',
    'Searches GitHub, lists fork networks and compares what is found. A scan that was cut short goes on where it stopped.',
    'clawback scan orbit-cli\nclawback scan orbit-cli --network someone/orbit-leak --probes 10',
  )
    .option(
      '--probes <n>',
      'code-search probes to send (default: 30, or 0 when repositories or networks are named)',
      readCount,
    )
    .option('--repository <repository>', 'examine OWNER/NAME (repeatable)', collect)
    .option('--network <repository>', 'examine the whole fork network of OWNER/NAME (repeatable)', collect)
    .option('--tips <file>', 'a file of GitHub URLs, one a line')
    .option('--resume', 'go on with the latest unfinished scan of this work, whatever its options')
    .action((work: string, options: ScanOptions) =>
      runCommand(options, async ({ app, progress }) => {
        const { runScan } = await import('../../server/tasks/scan/run-scan.ts')
        const report = await runScan(
          app,
          {
            work,
            probes: options.probes ?? null,
            repositories: options.repository ?? [],
            networks: options.network ?? [],
            tipsFile: options.tips ?? null,
            resume: options.resume ?? false,
          },
          progress,
        )
        return {
          document: report,
          text: describe(work, report),
          exitCode: report.scan.status === 'complete' ? 0 : 3,
        }
      }),
    )
}

function describeSearch(
  what: string,
  { planned, sent, leftOut, found, cutOff, incomplete }: SearchCoverage,
): string[] {
  if (planned === 0) return []
  const cut = cutOff > 0 ? `, ${cutOff} with more results than were looked at` : ''
  const left = leftOut > 0 ? `, ${leftOut} more than one scan asks for` : ''
  const short = incomplete > 0 ? `, ${incomplete} answered incompletely` : ''
  return [`${what}: ${sent} of ${count(planned, 'search', 'searches')}, ${found} found${cut}${left}${short}.`]
}

function describe(work: string, { scan, coverage, requests, matches }: ScanReport): string {
  const { originals, probes, names, trees, commits, owners, networks, repositories } = coverage
  const lines = [
    `Scan ${scan.id} is ${scan.status}.`,
    `Matches: ${matches.strong} strong, ${matches.weak} weak; ${matches.none} compared without likeness.`,
    `Searched: ${probes.sent} of ${count(probes.planned, 'probe')}${probes.cutOff > 0 ? `, ${probes.cutOff} cut off at 1,000 results` : ''}${probes.split > 0 ? `, ${probes.split} asked again in parts` : ''}${probes.incomplete > 0 ? `, ${probes.incomplete} answered incompletely` : ''}.`,
    ...probes.cuts.map(
      ({ query, total, splitBy }) =>
        `  ${query}: ${total} results, ${splitBy === null ? 'cut off at 1,000' : `asked again by ${splitBy}`}.`,
    ),
    ...(originals !== null && probes.planned > 0
      ? [
          `Code search can find ${originals.searchable} of ${count(originals.originals, 'original')}; these probes cover ${originals.covered}. It never shows: ${coverage.unseen.join('; ')}.`,
        ]
      : []),
    ...describeSearch('Names and descriptions', names),
    ...describeSearch('Root trees', trees),
    ...describeSearch('Commits that tips name', commits),
    ...(owners.planned > 0
      ? [
          `Owners of copies: ${owners.asked} of ${owners.planned} asked, ${owners.candidates} repositories of theirs${owners.leftOut > 0 ? `; ${owners.leftOut} more than one scan asks for` : ''}.`,
        ]
      : []),
    ...networks.map(
      (n) =>
        `Network of ${n.root}: ${n.listed} listed, ${n.examined} examined${n.unchanged > 0 ? `, ${n.unchanged} without a push since the last scan` : ''}.`,
    ),
    `Repositories: ${repositories.candidates} candidates, ${repositories.examined} examined, ${repositories.couldNotTell} could not tell.`,
    `Requests: ${requests.core} core, ${requests.graphql} GraphQL, ${requests.code_search} code search, ${requests.search} search; ${requests.notModified} of them free (304)${requests.perCandidate === null ? '' : `; ${requests.perCandidate} for each candidate`}.`,
    ...scan.reasons.map((reason) => `Could not tell: ${reason}`),
    scan.status === 'complete'
      ? `Next: clawback matches ${work}`
      : 'The state is saved: the same command goes on.',
  ]
  return lines.join('\n')
}
