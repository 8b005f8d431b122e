import { countSteps, nextSteps, type ScanStep, type StepKind } from '../../../db/queries/scans.ts'
import type { ScanContext } from './scan-context.ts'
import { takeNetworkStep } from './take-network-step.ts'
import { takeOfficialStep } from './take-official-step.ts'
import { takeProbeStep } from './take-probe-step.ts'
import { takeRepositorySteps } from './take-repository-steps.ts'
import { takeTreeStep } from './take-tree-step.ts'

const takeOne: Record<
  Exclude<StepKind, 'repository'>,
  (context: ScanContext, step: ScanStep) => Promise<void>
> = {
  official: takeOfficialStep,
  probe: takeProbeStep,
  tree: takeTreeStep,
  network: takeNetworkStep,
}

/** Official repositories first: what they publish is no evidence. Repositories last: by then every head is known. */
const beforeRepositories = ['official', 'probe', 'tree', 'network'] as const

/** Judged together; what is read for one batch fits into memory, and a kill costs at most one batch of comparing. */
const repositoriesAtOnce = 250

/** Takes every step that can be taken; a step may plan more of them. */
export async function takeSteps(context: ScanContext): Promise<void> {
  const { db, scan, progress } = context
  for (;;) {
    const step = await nextOne(context)
    if (step !== undefined) {
      progress({ step: `${step.kind} ${step.key}` })
      await takeOne[step.kind as (typeof beforeRepositories)[number]](context, step)
      continue
    }
    if (await officialUnread(context)) return
    const batch = await nextSteps(db, scan.id, 'repository', repositoriesAtOnce)
    if (batch.length === 0) return
    const { pending, done, couldNotTell } = await countSteps(db, scan.id, 'repository')
    progress({
      step: 'examining repositories',
      done: done + couldNotTell,
      total: pending + done + couldNotTell,
    })
    await takeRepositorySteps(context, batch)
  }
}

async function nextOne({ db, scan }: ScanContext): Promise<ScanStep | undefined> {
  for (const kind of beforeRepositories) {
    const [step] = await nextSteps(db, scan.id, kind, 1)
    if (step !== undefined) return step
  }
  return undefined
}

/** Without what an official repository publishes, public code would look like the leak: then nothing is judged. */
async function officialUnread({ db, scan }: ScanContext): Promise<boolean> {
  return (await countSteps(db, scan.id, 'official')).couldNotTell > 0
}
