import type { Command } from 'commander'
import { collect, command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { describeCoverage } from '../describe-coverage.ts'
import { count } from '../text.ts'
import type { Outlook } from '../../server/tasks/scan/outlook.ts'
import type { ScanInput } from '../../server/tasks/scan/plan-scan.ts'
import type { ScanOutcome } from '../../server/tasks/scan/run-scan.ts'
import { untilStopped } from '../until-stopped.ts'

interface ScanOptions {
  probes?: number
  repository?: string[]
  network?: string[]
  tips?: string
  notice?: string[]
  resume?: boolean
  pause?: boolean
  watch?: boolean
  every?: string
  json?: boolean
}

const HOURLY = '0 * * * *'

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
    .option('--tips <file>', 'a file that names places on GitHub: one URL a line, or a whole e-mail')
    .option('--notice <file>', 'examine what a published notice names (repeatable)', collect)
    .option('--resume', 'go on with the latest unfinished scan of this work, whatever its options')
    .option('--pause', 'pause the unfinished scan of this work, whichever process is at it')
    .option('--watch', 'scan again and again until stopped, and tell of new copies')
    .option('--every <pattern>', `with --watch: when, as cron writes it, in UTC (default: "${HOURLY}")`)
    .action(async (work: string, options: ScanOptions) => {
      const input: ScanInput = {
        work,
        probes: options.probes ?? null,
        repositories: options.repository ?? [],
        networks: options.network ?? [],
        tipsFile: options.tips ?? null,
        noticeFiles: options.notice ?? [],
        resume: options.resume ?? false,
      }
      if (options.pause === true) await pause(work, options)
      else if (options.watch === true) await watch(input, options)
      else await scanOnce(input, options)
    })
}

async function scanOnce(input: ScanInput, options: ScanOptions): Promise<void> {
  await runCommand(options, async ({ app, progress }) => {
    const { runScan } = await import('../../server/tasks/scan/run-scan.ts')
    const outcome = await runScan(app, input, progress)
    return {
      document: outcome,
      text: describe(input.work, outcome),
      exitCode: outcome.scan.status === 'complete' ? 0 : 3,
    }
  })
}

async function pause(work: string, options: ScanOptions): Promise<void> {
  await runCommand(options, async ({ app }) => {
    const { pauseLatestScan } = await import('../../server/tasks/scan/pause-scan.ts')
    const { reportScan } = await import('../../server/tasks/scan/report-scan.ts')
    const paused = await pauseLatestScan(app, work)
    return {
      document: await reportScan(app.db, paused),
      text: `Scan ${paused.id} of ${work} is paused. Go on with it: clawback scan ${work} --resume`,
    }
  })
}

/** New copies are told on stderr as they are found; the document on stdout comes when it is stopped. */
async function watch(input: ScanInput, options: ScanOptions): Promise<void> {
  await runCommand(options, async ({ app, progress }) => {
    const { watchWork } = await import('../../server/tasks/schedule/watch-work.ts')
    const { napUntilAborted } = await import('../../server/jobs/open-jobs.ts')
    const stop = new AbortController()
    void untilStopped().then(() => stop.abort())
    const watched = await watchWork(
      { ...app, nap: napUntilAborted },
      { input, pattern: options.every ?? HOURLY, signal: stop.signal },
      { progress, tell: (line) => void process.stderr.write(`${line}\n`) },
    )
    const { runs, newCopies, latest } = watched
    return {
      document: watched,
      text: `${count(runs, 'scan')}, ${count(newCopies.length, 'new copy', 'new copies')}.`,
      exitCode: latest?.scan.status === 'complete' ? 0 : 3,
    }
  })
}

function describe(
  work: string,
  { scan, coverage, requests, matches, newCopies, outlook }: ScanOutcome,
): string {
  const { networks, repositories } = coverage
  const lines = [
    `Scan ${scan.id} is ${scan.status}.`,
    ...(newCopies.length > 0 ? [`New in this scan: ${newCopies.length}.`] : []),
    `Matches: ${matches.strong} strong, ${matches.weak} weak; ${matches.none} compared without likeness.`,
    ...describeCoverage(coverage),
    ...networks.map(
      (n) =>
        `Network of ${n.root}: ${n.listed} listed, ${n.examined} examined${n.unchanged > 0 ? `, ${n.unchanged} without a push since the last scan` : ''}.`,
    ),
    `Repositories: ${repositories.candidates} candidates, ${repositories.examined} examined, ${repositories.couldNotTell} could not tell.`,
    `Requests: ${requests.core} core, ${requests.graphql} GraphQL, ${requests.code_search} code search, ${requests.search} search; ${requests.notModified} of them free (304)${requests.perCandidate === null ? '' : `; ${requests.perCandidate} for each candidate`}.`,
    ...scan.reasons.map((reason) => `Could not tell: ${reason}`),
    ...describeOutlook(outlook),
    scan.status === 'complete'
      ? `Next: clawback matches ${work}`
      : scan.paused === null
        ? 'The state is saved: the same command goes on.'
        : `The state is saved. Go on with it: clawback scan ${work} --resume`,
  ]
  return lines.join('\n')
}

function describeOutlook({ stepsLeft, requestsLeft, budgets, nextTry }: Outlook): string[] {
  if (stepsLeft === 0) return []
  const wanted = Object.entries(requestsLeft).filter(([, n]) => n > 0)
  const left = wanted.map(([bucket, n]) => {
    const budget = budgets[bucket as keyof typeof budgets]
    const has =
      budget === null
        ? ''
        : ` (${budget.remaining} of ${budget.limit} left until ${budget.resetAt.slice(11, 19)} UTC)`
    return `${n} ${bucket.replace('_', ' ')}${has}`
  })
  const when = nextTry === null ? '' : `; the first may be asked again at ${nextTry}`
  return [`Left: ${count(stepsLeft, 'step')}, at least these requests: ${left.join(', ')}${when}.`]
}
