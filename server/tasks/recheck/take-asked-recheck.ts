import type { AskedRecheck } from './ask-for-recheck.ts'
import { recheckThese, type RecheckApp } from './recheck.ts'

/** When told to stop, the next start looks at all of them. */
export async function takeAskedRecheck(
  app: RecheckApp,
  asked: AskedRecheck,
  signal: AbortSignal,
): Promise<Date | null> {
  await recheckThese(app, asked, () => undefined, signal)
  return signal.aborted ? app.clock() : null
}
