import { contentRules, guardFile } from './content-rules.ts'
import { pathRules } from './path-rules.ts'
import type { GuardFinding, GuardRule } from './types.ts'

export const guardRules: readonly GuardRule[] = [...pathRules, ...contentRules]

/** What the rules find in one file; of several rules of one kind the first speaks. `bytes` null: it was not read. */
export function guardByRules(path: string, bytes: Uint8Array | null): GuardFinding[] {
  const file = guardFile(path, bytes ?? new Uint8Array())
  const findings: GuardFinding[] = []
  for (const { kind, judge } of guardRules) {
    if (findings.some((finding) => finding.kind === kind)) continue
    const detail = judge(file)
    if (detail !== null) findings.push({ path, kind, detail })
  }
  return findings
}
