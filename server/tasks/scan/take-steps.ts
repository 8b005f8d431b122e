import { countSteps, nextSteps, type ScanStep, type StepKind } from '../../../db/queries/scans.ts'
import type { ScanContext } from './scan-context.ts'
import { takeGistSteps } from './take-gist-step.ts'
import { takeLeadSteps } from './take-lead-steps.ts'
import { takeNetworkStep } from './take-network-step.ts'
import { takeOfficialStep } from './take-official-step.ts'
import { takeOwnerSteps } from './take-owner-steps.ts'
import { takeProbeStep } from './take-probe-step.ts'
import { takeRepositorySteps } from './take-repository-steps.ts'
import { takeCommitStep, takeNameStep, takeTreeStep } from './take-search-step.ts'

/** Taken one by one, and each kind before the next: what official repositories publish is no evidence. */
const oneByOne = {
  official: takeOfficialStep,
  probe: takeProbeStep,
  name: takeNameStep,
  tree: takeTreeStep,
  commit: takeCommitStep,
  network: takeNetworkStep,
} satisfies Partial<Record<StepKind, (context: ScanContext, step: ScanStep) => Promise<void>>>

/** Taken together; repositories wait for all that is above, so that every head which a listing shows is known. */
const together = {
  // What is read for one batch fits into memory, and a kill costs at most one batch of comparing.
  repository: { take: takeRepositorySteps, atOnce: 250, doing: 'examining repositories' },
  owner: { take: takeOwnerSteps, atOnce: 50, doing: 'listing what else their owners have' },
  gist: { take: takeGistSteps, atOnce: 10, doing: 'reading gists' },
  // Last: by then every copy is known that something may lead to.
  lead: { take: takeLeadSteps, atOnce: 50, doing: 'looking at releases and submodules' },
} satisfies Partial<
  Record<
    StepKind,
    {
      take: (context: ScanContext, steps: readonly ScanStep[]) => Promise<void>
      atOnce: number
      doing: string
    }
  >
>

/** Takes every step that can be taken, until somebody pauses it; a step may plan more of them. */
export async function takeSteps(context: ScanContext): Promise<void> {
  while (!context.paused.aborted) {
    if (await takeOne(context)) continue
    if (await officialUnread(context)) return
    if (!(await takeSome(context))) return
  }
}

async function takeOne(context: ScanContext): Promise<boolean> {
  const { db, scan, progress } = context
  for (const kind of keysOf(oneByOne)) {
    const [step] = await nextSteps(db, scan.id, kind, 1)
    if (step === undefined) continue
    progress({ step: `${kind} ${step.key}` })
    await oneByOne[kind](context, step)
    return true
  }
  return false
}

async function takeSome(context: ScanContext): Promise<boolean> {
  const { db, scan, progress } = context
  for (const kind of keysOf(together)) {
    const { take, atOnce, doing } = together[kind]
    const steps = await nextSteps(db, scan.id, kind, atOnce)
    if (steps.length === 0) continue
    const { pending, done, couldNotTell } = await countSteps(db, scan.id, kind)
    progress({ step: doing, done: done + couldNotTell, total: pending + done + couldNotTell })
    await take(context, steps)
    return true
  }
  return false
}

/** Without what an official repository publishes, public code would look like the leak: then nothing is judged. */
async function officialUnread({ db, scan }: ScanContext): Promise<boolean> {
  return (await countSteps(db, scan.id, 'official')).couldNotTell > 0
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]
}
