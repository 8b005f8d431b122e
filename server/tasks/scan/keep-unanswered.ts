import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { ScanContext } from './scan-context.ts'

/** Keeps why a step could not be taken and when it may be tried again; the scan goes on with the others. */
export async function keepUnanswered(
  { db }: Pick<ScanContext, 'db'>,
  step: ScanStep,
  { reason, retryAt }: { reason: string; retryAt: Date | null },
): Promise<void> {
  await db.tx((tx) => updateStep(tx, step.id, { status: 'could-not-tell', reason, retryAt }))
}
