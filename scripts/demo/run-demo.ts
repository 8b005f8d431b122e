import type { App } from '../../server/compose.ts'
import type { Progress } from '../../server/tasks/progress.ts'
import { verifyAudit } from '../../server/tasks/verify-audit.ts'
import type { PracticeGitHub } from '../../test/practice-github/start.ts'
import type { Truth } from '../../test/practice-github/worlds/incident.ts'
import { decide, notify } from './claim-copies.ts'
import { compareWithNaive, look, search, takeIn } from './find-copies.ts'
import type { Tell } from './tell.ts'
import { track } from './track-copies.ts'

export interface DemoOutcome {
  originals: number
  named: string[]
  /** Copies in the world that no notice names; none when all is well. */
  missed: string[]
  /** Named, and no copy; none when all is well. */
  wronglyNamed: string[]
  disabled: string[]
  overreach: string[]
  audit: boolean
}

/** The whole job on the practice GitHub, told step by step. */
export async function runDemo(
  app: App,
  github: PracticeGitHub,
  truth: Truth,
  { folder, tell, progress }: { folder: string; tell: Tell; progress: Progress },
): Promise<DemoOutcome> {
  const originals = await takeIn(app, folder, tell, progress)
  const report = await search(app, tell, progress)
  const matches = await look(app, tell)
  compareWithNaive(report, matches, tell)
  await decide(app, matches, tell)
  const notices = await notify(app, folder, tell)
  const named = notices.flatMap((notice) => notice.repositories)
  const { disabled, overreach } = await track(app, github, notices, tell, progress)
  const audit = await verifyAudit(app)
  tell.step('The log', 'Every decision, notice and change of state is an event, chained by hashes.')
  tell.line(audit.ok ? `${audit.events} events, the chain holds.` : `The chain is broken at ${audit.seq}.`)
  const copies = truth.copies.map((copy) => copy.name)
  return {
    originals,
    named,
    missed: copies.filter((name) => !named.includes(name)),
    wronglyNamed: named.filter((name) => !copies.includes(name)),
    disabled,
    overreach,
    audit: audit.ok,
  }
}
