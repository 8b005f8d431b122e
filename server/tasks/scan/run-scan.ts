import { isDeepStrictEqual } from 'node:util'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import {
  addSteps,
  countSteps,
  findUnfinishedScan,
  insertScan,
  listSteps,
  nextSteps,
  retryUnanswered,
  updateScan,
  type Scan,
  type ScanStep,
  type StepKind,
} from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { Connect, Connection } from '../connection.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import type { Progress } from '../progress.ts'
import { loadIndex, loadProbePlan } from '../work-index.ts'
import { planScan, readScanOptions, type ScanInput, type ScanOptions } from './plan-scan.ts'
import { addPublicCode, noPublicCode } from './public-code.ts'
import { reportScan, type ScanReport } from './report-scan.ts'
import type { ScanContext } from './scan-context.ts'
import { takeNetworkStep } from './take-network-step.ts'
import { takeOfficialStep, type OfficialResult } from './take-official-step.ts'
import { takeProbeStep } from './take-probe-step.ts'
import { takeRepositoryStep } from './take-repository-step.ts'

export interface ScanApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  /** The client, with every request entered in the ledger under this scan. */
  connect: Connect
}

const take: Record<StepKind, (context: ScanContext, step: ScanStep) => Promise<void>> = {
  official: takeOfficialStep,
  probe: takeProbeStep,
  network: takeNetworkStep,
  repository: takeRepositoryStep,
}

/** Official repositories first: what they publish is no evidence. Repositories last: by then every head is known. */
const order: readonly StepKind[] = ['official', 'probe', 'network', 'repository']

/**
 * Takes a scan to its end, or as far as GitHub allows. A scan with the same options as the latest unfinished one
 * goes on with it; what could not be told is asked again.
 * @throws ClawbackError WORK_UNKNOWN, SCAN_NOTHING_TO_RESUME, GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE, …
 */
export async function runScan(app: ScanApp, input: ScanInput, progress: Progress): Promise<ScanReport> {
  const work = await requireWork(app.db, input.work)
  const options = await readScanOptions(input)
  const index = await loadIndex(app, work, progress)
  const github = await app.connect(null)
  await github.whoAmI()
  await refuseUnknown(github, [...options.repositories, ...options.networks])
  const scan = await startOrResume(app, work, options, input.resume)
  const context: ScanContext = {
    ...app,
    github: await app.connect(scan.id),
    progress,
    scan,
    work,
    index,
    officials: await listOfficials(app.db, work.id),
    publicCode: await readPublicCode(app.db, scan),
  }
  await takeSteps(context)
  return await finishScan(context)
}

/** A misspelt name must not look like "no copy": what a person names has to be there when a scan is asked for. */
async function refuseUnknown(github: Connection, names: readonly string[]): Promise<void> {
  for (const name of new Set(names)) {
    const { outcome } = await github.getRepository(readRepositoryName(name)!)
    if (outcome !== 'gone') continue
    throw new ClawbackError(
      'REPOSITORY_UNKNOWN',
      `GitHub shows no repository ${name}: it is deleted, private or misspelt`,
      'Check the spelling, or leave it out. "clawback recheck" follows repositories that were found before.',
    )
  }
}

async function startOrResume(app: ScanApp, work: Work, options: ScanOptions, resume: boolean): Promise<Scan> {
  const unfinished = await findUnfinishedScan(app.db, work.id)
  if (resume && unfinished === undefined) {
    throw new ClawbackError(
      'SCAN_NOTHING_TO_RESUME',
      `No scan of ${work.slug} is unfinished`,
      `Start one: clawback scan ${work.slug}`,
    )
  }
  if (unfinished !== undefined && (resume || isDeepStrictEqual(unfinished.options, options))) {
    await app.db.tx(async (tx) => {
      await retryUnanswered(tx, unfinished.id)
      await updateScan(tx, unfinished.id, { status: 'running', reasons: [] })
      await appendEvent(tx, {
        actor: app.actor,
        kind: 'scan.resumed',
        subject: `scan:${unfinished.id}`,
        data: { work: work.slug },
      })
    })
    return unfinished
  }
  const officials = await listOfficials(app.db, work.id)
  const steps = planScan(options, officials, await loadProbePlan(app, work))
  return await app.db.tx(async (tx) => {
    const scan = await insertScan(tx, { workId: work.id, options, startedAt: app.clock() })
    await addSteps(tx, scan.id, steps)
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'scan.started',
      subject: `scan:${scan.id}`,
      data: { work: work.slug, options },
    })
    return scan
  })
}

async function takeSteps(context: ScanContext): Promise<void> {
  for (;;) {
    const step = await nextStep(context)
    if (step === undefined) return
    if (step.kind === 'repository') {
      if (await officialUnread(context)) return
      const { pending, done, couldNotTell } = await countSteps(context.db, context.scan.id, 'repository')
      context.progress({
        step: 'examining repositories',
        done: done + couldNotTell,
        total: pending + done + couldNotTell,
      })
    } else {
      context.progress({ step: `${step.kind} ${step.key}` })
    }
    await take[step.kind as StepKind](context, step)
  }
}

async function nextStep({ db, scan }: ScanContext): Promise<ScanStep | undefined> {
  for (const kind of order) {
    const [step] = await nextSteps(db, scan.id, kind, 1)
    if (step !== undefined) return step
  }
  return undefined
}

/** Without what an official repository publishes, public code would look like the leak: then nothing is judged. */
async function officialUnread({ db, scan }: ScanContext): Promise<boolean> {
  return (await countSteps(db, scan.id, 'official')).couldNotTell > 0
}

async function readPublicCode(db: Database, scan: Scan): Promise<ScanContext['publicCode']> {
  const publicCode = noPublicCode()
  for (const step of await listSteps(db, scan.id, 'official')) {
    if (step.status === 'done') addPublicCode(publicCode, step.result as OfficialResult)
  }
  return publicCode
}

async function finishScan(context: ScanContext): Promise<ScanReport> {
  const { db, scan, clock, github } = context
  await github.settled()
  const report = await reportScan(db, scan)
  const { status, reasons } = report.scan
  await db.tx(async (tx) => {
    await updateScan(tx, scan.id, {
      status,
      reasons,
      coverage: report.coverage,
      requests: report.requests,
      finishedAt: clock(),
    })
    await appendEvent(tx, {
      actor: context.actor,
      kind: `scan.${status}`,
      subject: `scan:${scan.id}`,
      data: {
        work: context.work.slug,
        coverage: report.coverage,
        matches: report.matches,
        requests: report.requests,
        reasons,
      },
    })
  })
  return report
}
