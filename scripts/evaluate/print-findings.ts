import type { EvaluationSet } from './evaluation-set.ts'
import type { Findings, Mistake } from './findings.ts'
import { floors, mistakesAllowed } from './floors.ts'
import { measuredDesign } from './measured-design.ts'

type Print = (line: string) => void

/**
 * Prints what was found, totals only; `cases` adds the false positives, which must be read. What was missed of a blind
 * set, and what was taken for another work of it, is never printed by file: whoever reads it fits rules to it.
 * @returns what lies below the floors, in words
 */
export function printFindings(
  set: EvaluationSet,
  findings: Findings,
  { cases, print }: { cases: boolean; print: Print },
): string[] {
  const below = [...printRecall(set, findings, print), ...printMistakes(set, findings, cases, print)]
  if (cases && !set.isBlind) printMissed(findings, print)
  return below
}

function printRecall(set: EvaluationSet, { classes, overlaps }: Findings, print: Print): string[] {
  const below: string[] = []
  const { recall: recallFloors, named, flagged: flaggedFloors, overlap: overlapFloor } = floors[set.language]
  print('\nrecall, per cent of originals: strong, strong or weak')
  for (const [name, { originals, strong, weak, candidates, flagged }] of [...classes].sort(bySize)) {
    const recall = percent(strong, originals)
    const files = candidates === originals ? '' : `; files flagged ${flagged} of ${candidates}`
    const design = set.language === 'ecmascript' ? measuredDesign[name] : undefined
    const beside = design === undefined ? '' : `; measured design ${design}`
    const either = percent(strong + weak, originals)
      .toFixed(1)
      .padStart(6)
    print(`  ${name.padEnd(40)} ${recall.toFixed(1).padStart(5)} ${either}  n=${originals}${files}${beside}`)
    const floor = recallFloors[name] ?? 0
    if (recall < floor) below.push(`${name}: ${recall.toFixed(1)} %, quoted ${floor} %`)
    const floorOfBoth = named[name] ?? 0
    if (percent(strong + weak, originals) < floorOfBoth)
      below.push(`${name}, weak too: ${either.trim()} %, quoted ${floorOfBoth} %`)
    const least = flaggedFloors[name] ?? 0
    if (percent(flagged, candidates) < least) below.push(`${name}: ${flagged} of ${candidates} files flagged`)
  }
  const mean = overlaps.reduce((sum, one) => sum + one, 0) / Math.max(1, overlaps.length)
  print(`line ranges on pasted functions: overlap ${mean.toFixed(3)}, n=${overlaps.length}`)
  if (mean < overlapFloor) below.push(`line ranges: ${mean.toFixed(3)}, quoted ${overlapFloor}`)
  return below
}

function printMistakes(
  set: EvaluationSet,
  { wrong, named, ofSameOwner, strangers, falsePositives }: Findings,
  cases: boolean,
  print: Print,
): string[] {
  const below: string[] = []
  print(
    `wrong originals: ${wrong.length} of ${named} named are another owner’s; ${ofSameOwner} more are of another work of the same owner`,
  )
  if (cases && !set.isBlind) printCases(wrong, print)
  if (wrong.length > mistakesAllowed) below.push(`wrong originals: ${wrong.length}`)
  print('\nother people’s files: files, strong, weak')
  for (const [kind, { files, strong, weak }] of strangers)
    print(
      `  ${kind.padEnd(40)} ${String(files).padStart(6)} ${String(strong).padStart(5)} ${String(weak).padStart(5)}`,
    )
  const shared = new Set(set.shared.map(({ original }) => original))
  const accused = falsePositives.filter(({ original }) => !shared.has(original))
  print(
    `false positives: ${accused.length}; ${falsePositives.length - accused.length} more share code of third parties, proved by reading`,
  )
  if (cases) printCases(falsePositives, print)
  if (accused.length > mistakesAllowed) below.push(`false positives: ${accused.length}`)
  return below
}

function printCases(mistakes: readonly Mistake[], print: Print): void {
  for (const { what, original, bits, reason } of [...mistakes].sort((a, b) => b.bits - a.bits))
    print(`  ${bits} bits: ${what} taken for ${original}: ${reason}`)
}

function printMissed({ missed }: Findings, print: Print): void {
  print('\nmissed')
  for (const { class: kind, original, found } of missed) print(`  ${kind}: ${original}: ${found}`)
}

/** Small files after the others. */
function bySize([a]: [string, unknown], [b]: [string, unknown]): number {
  return Number(a.startsWith('small: ')) - Number(b.startsWith('small: '))
}

function percent(part: number, of: number): number {
  return (100 * part) / of
}
