import { appendEvent } from '../../../db/events/append-event.ts'
import type { Database } from '../../../db/database.ts'
import type { NewCopy } from '../../../db/queries/new-copies.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { listSteps, updateScan, type Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { openComparers } from '../../threads/open-comparers.ts'
import type { Connect } from '../connection.ts'
import { requireWork } from '../find-work.ts'
import type { Progress } from '../progress.ts'
import { loadSharedIndex } from '../work-index.ts'
import { announceCopies } from './announce-copies.ts'
import { holdScan, type HoldApp } from './hold-scan.ts'
import { openBlobShelf } from './judge-blobs.ts'
import { createLookUp } from './look-up.ts'
import { readOutlook, type Outlook } from './outlook.ts'
import { readScanOptions, type ScanInput } from './plan-scan.ts'
import { addPublicCode, noPublicCode } from './public-code.ts'
import { reportScan, type ScanReport } from './report-scan.ts'
import type { ScanContext } from './scan-context.ts'
import { refuseUnknown, startOrResume, type StartApp } from './start-scan.ts'
import type { OfficialResult } from './take-official-step.ts'
import { takeSteps } from './take-steps.ts'
import { tellOutlook } from './tell-outlook.ts'
import { openTreeShelf } from './tree-shelf.ts'

export interface ScanApp extends StartApp, HoldApp {
  /** The client, with every request entered in the ledger under this scan. */
  connect: Connect
}

/** What a scan found and spent, and what is left of it. */
export interface ScanOutcome extends ScanReport {
  /** Where it found something and no earlier scan did. */
  newCopies: NewCopy[]
  outlook: Outlook
}

/**
 * Takes a scan to its end, or as far as GitHub allows. A scan with the same options as the latest unfinished one
 * goes on with it; what could not be told is asked again.
 * @throws ClawbackError WORK_UNKNOWN, SCAN_RUNNING, SCAN_NOTHING_TO_RESUME, GITHUB_CREDENTIALS_REFUSED, GITHUB_UNREACHABLE, …
 */
export async function runScan(app: ScanApp, input: ScanInput, progress: Progress): Promise<ScanOutcome> {
  const work = await requireWork(app.db, input.work)
  const release = await holdScan(app, work)
  try {
    return await scanWork(app, work, input, progress)
  } finally {
    await release()
  }
}

async function scanWork(
  app: ScanApp,
  work: Work,
  input: ScanInput,
  progress: Progress,
): Promise<ScanOutcome> {
  const options = await readScanOptions(input)
  const shared = await loadSharedIndex(app, work, progress)
  const github = await app.connect(null)
  await github.whoAmI()
  const lookUp = createLookUp(github)
  await refuseUnknown(app.db, lookUp, [...options.repositories, ...options.networks])
  const scan = await startOrResume(app, work, options, input.resume)
  github.enterUnder(scan.id)
  const context: ScanContext = {
    ...app,
    github,
    progress: tellOutlook(progress, github, app.clock),
    scan,
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
  } finally {
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
  const { db, scan, work, clock, github } = context
  await github.settled()
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
