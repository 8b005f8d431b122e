import { appendEvent } from '../../../db/events/append-event.ts'
import type { Database } from '../../../db/database.ts'
import type { NewCopy } from '../../../db/queries/new-copies.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findScan } from '../../../db/queries/scan-progress.ts'
import { listSteps, updateScan, type Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import { openComparers } from '../../threads/open-comparers.ts'
import type { Connect } from '../connection.ts'
import { requireWork } from '../find-work.ts'
import type { Progress } from '../progress.ts'
import { loadSharedIndex } from '../work-index.ts'
import { announceCopies } from './announce-copies.ts'
import { holdScan, type HoldApp } from './hold-scan.ts'
import { openBlobShelf } from './judge-blobs.ts'
import { keepPulse } from './keep-pulse.ts'
import { createLookUp, type LookUp } from './look-up.ts'
import { readOutlook, type Outlook } from './outlook.ts'
import { readScanOptions, type ScanInput } from './plan-scan.ts'
import { addPublicCode, noPublicCode } from './public-code.ts'
import { reportScan } from './report-scan.ts'
import type { ScanReport } from './scan-report.ts'
import type { ScanContext } from './scan-context.ts'
import { goOn, refuseUnknown, startOrResume, type StartApp } from './start-scan.ts'
import type { OfficialResult } from './take-official-step.ts'
import { takeSteps } from './take-steps.ts'
import { tellOutlook } from './tell-outlook.ts'
import { openTreeShelf } from './tree-shelf.ts'
import { watchForPause } from './watch-for-pause.ts'

export interface ScanApp extends StartApp, HoldApp {
  /** The client, with every request entered in the ledger under this scan. */
  connect: Connect
  /** Ends it at the next request, with STOPPED. */
  signal?: AbortSignal
}

/** What a scan found and spent, and what is left of it. */
export interface ScanOutcome extends ScanReport {
  /** Where it found something and no earlier scan did. */
  newCopies: NewCopy[]
  outlook: Outlook
}

/**
 * Takes a scan to its end, or as far as GitHub allows, or until somebody pauses it. A scan with the same options as the
 * latest unfinished one goes on with it; what could not be told is asked again.
 * @throws ClawbackError WORK_UNKNOWN, SCAN_RUNNING, SCAN_NOTHING_TO_RESUME, SCAN_PAUSED, GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE, …
 */
export async function runScan(app: ScanApp, input: ScanInput, progress: Progress): Promise<ScanOutcome> {
  const work = await requireWork(app.db, input.work)
  return await holding(app, work, async () => {
    const options = await readScanOptions(input)
    return await scanWork(app, work, progress, async (lookUp) => {
      await refuseUnknown(app.db, lookUp, [...options.repositories, ...options.networks])
      return await startOrResume(app, work, options, input.resume)
    })
  })
}

/**
 * The same for a scan that is written down already.
 * @throws ClawbackError SCAN_RUNNING, SCAN_PAUSED, GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE, …
 */
export async function goOnWithScan(
  app: ScanApp,
  work: Work,
  scanId: number,
  progress: Progress,
): Promise<ScanOutcome> {
  return await holding(app, work, () => scanWork(app, work, progress, () => goOn(app, work, scanId)))
}

async function holding(app: HoldApp, work: Work, scan: () => Promise<ScanOutcome>): Promise<ScanOutcome> {
  const release = await holdScan(app, work)
  try {
    return await scan()
  } finally {
    await release()
  }
}

async function scanWork(
  app: ScanApp,
  work: Work,
  progress: Progress,
  begin: (lookUp: LookUp) => Promise<Scan>,
): Promise<ScanOutcome> {
  const shared = await loadSharedIndex(app, work, progress)
  const pause = new AbortController()
  const github = await app.connect(
    null,
    app.signal === undefined ? pause.signal : AbortSignal.any([app.signal, pause.signal]),
  )
  await github.whoAmI()
  const lookUp = createLookUp(github)
  const scan = await begin(lookUp)
  github.enterUnder(scan.id)
  const pulse = keepPulse(app, scan.id, github, progress)
  const endWatch = watchForPause(app.db, scan.id, pause)
  const context: ScanContext = {
    ...app,
    github,
    progress: tellOutlook(pulse.progress, github, app.clock),
    scan,
    paused: pause.signal,
    work,
    index: shared.index,
    comparers: openComparers(shared),
    officials: await listOfficials(app.db, work.id),
    publicCode: await readPublicCode(app.db, scan),
    trees: openTreeShelf(app.db, work.id),
    blobs: openBlobShelf(),
    lookUp,
  }
  try {
    await takeSteps(context)
  } catch (error) {
    // A pause ends it between two requests: what was answered is kept, the step is taken again.
    if (!(pause.signal.aborted && error instanceof ClawbackError && error.code === 'STOPPED')) throw error
  } finally {
    endWatch()
    await pulse.stop()
    await context.comparers.close()
  }
  return await finishScan(context)
}

async function readPublicCode(db: Database, scan: Scan): Promise<ScanContext['publicCode']> {
  const publicCode = noPublicCode()
  for (const step of await listSteps(db, scan.id, 'official')) {
    if (step.status === 'done') addPublicCode(publicCode, step.result as OfficialResult)
  }
  return publicCode
}

async function finishScan(context: ScanContext): Promise<ScanOutcome> {
  const { db, work, clock, github } = context
  await github.settled()
  // Somebody may have paused it.
  const scan = (await findScan(db, context.scan.id))!
  const report = await reportScan(db, scan)
  const { status, reasons } = report.scan
  const at = clock()
  const newCopies = await db.tx(async (tx) => {
    await updateScan(tx, scan.id, {
      status,
      reasons,
      coverage: report.coverage,
      requests: report.requests,
      finishedAt: at,
      // Its last request was under way when somebody paused it: there is nothing left to go on with.
      ...(status === 'complete' ? { pausedAt: null, pausedBy: null } : {}),
    })
    const copies = await announceCopies(tx, { work, scan, at })
    await appendEvent(tx, {
      actor: context.actor,
      kind: `scan.${status}`,
      subject: `scan:${scan.id}`,
      data: {
        work: work.slug,
        coverage: report.coverage,
        matches: report.matches,
        requests: report.requests,
        newCopies: copies.map(({ repository }) => repository),
        reasons,
      },
    })
    return copies
  })
  return { ...report, newCopies, outlook: await readOutlook(context, scan) }
}
