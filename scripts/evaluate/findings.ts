import type { FileMatch } from '../../server/core/match/types.ts'
import type { Positive } from './positives/positive.ts'
import { packageOf } from './read-work.ts'

/** Counts of one class: how many originals lay in its candidates, and how many of them were named. */
export interface Count {
  originals: number
  strong: number
  weak: number
  candidates: number
  /** Candidates called strong, whichever original was named. */
  flagged: number
}

/** A stranger called a copy, or a copy of one owner's original taken for another owner's. */
export interface Mistake {
  what: string
  original: string
  bits: number
  reason: string
}

/** An original that lay in a candidate and was not named beyond doubt. */
export interface Miss {
  class: string
  original: string
  /** What was said of it, if anything. */
  found: string
}

/** What the comparer said about candidates whose truth is known. Plain data: threads send it to each other. */
export interface Findings {
  classes: Map<string, Count>
  /** Whoever reads these fits rules to them: printed only of sets that may be looked into. */
  missed: Miss[]
  /** Of each pasted function that was found: intersection over union of its lines. */
  overlaps: number[]
  /** Originals named at strength strong, in all positives. */
  named: number
  wrong: Mistake[]
  /** Originals named that lie in another work of the same owner: who claims one claims the other. */
  ofSameOwner: number
  /** Other people's files, as they are and disguised. */
  strangers: Map<string, { files: number; strong: number; weak: number }>
  falsePositives: Mistake[]
}

export function noFindings(): Findings {
  return {
    classes: new Map(),
    missed: [],
    overlaps: [],
    named: 0,
    wrong: [],
    ofSameOwner: 0,
    strangers: new Map(),
    falsePositives: [],
  }
}

export interface Truth {
  /** What nobody may claim is counted nowhere. */
  isClaimed: (original: string) => boolean
  ownerOf: (original: string) => string
}

export function addPositive(
  to: Findings,
  positive: Positive,
  match: FileMatch,
  { isClaimed, ownerOf }: Truth,
): void {
  const truth = positive.truth.filter(isClaimed)
  if (truth.length === 0) return
  const count = entryOf(to.classes, positive.class, {
    originals: 0,
    strong: 0,
    weak: 0,
    candidates: 0,
    flagged: 0,
  })
  count.candidates++
  if (match.strength === 'strong') count.flagged++
  for (const path of truth) {
    count.originals++
    const found = match.originals.find((original) => original.path === path)
    if (found?.strength === 'strong') count.strong++
    else {
      if (found) count.weak++
      to.missed.push({ class: positive.class, original: path, found: found ? describe(found) : 'nothing' })
    }
    if (found && positive.passage) to.overlaps.push(overlap(found.ranges, positive.passage))
  }
  const works = new Set(positive.truth.map(packageOf))
  const owners = new Set(positive.truth.map(ownerOf))
  for (const { path, strength, bits, reason } of match.originals) {
    if (strength !== 'strong') continue
    to.named++
    if (works.has(packageOf(path))) continue
    if (owners.has(ownerOf(path))) to.ofSameOwner++
    else to.wrong.push({ what: `${positive.class} of ${positive.truth[0]!}`, original: path, bits, reason })
  }
}

function describe({ bits, ofOriginal, ofCandidate, reason }: FileMatch['originals'][number]): string {
  return `${bits} bits, ${ofOriginal.toFixed(2)} of the original, ${ofCandidate.toFixed(2)} of the candidate: ${reason}`
}

/** @param kind `as they are`, or a disguise */
export function addStranger(to: Findings, kind: string, what: string, match: FileMatch): void {
  const count = entryOf(to.strangers, kind, { files: 0, strong: 0, weak: 0 })
  count.files++
  if (match.strength === 'none') return
  count[match.strength]++
  const [best] = match.originals
  if (match.strength === 'strong' && best)
    to.falsePositives.push({
      what: `${what} (${kind})`,
      original: best.path,
      bits: best.bits,
      reason: best.reason,
    })
}

export function addFindings(to: Findings, from: Findings): void {
  for (const [name, count] of from.classes) addCounts(to.classes, name, count)
  for (const [name, count] of from.strangers) addCounts(to.strangers, name, count)
  to.missed.push(...from.missed)
  to.overlaps.push(...from.overlaps)
  to.named += from.named
  to.ofSameOwner += from.ofSameOwner
  to.wrong.push(...from.wrong)
  to.falsePositives.push(...from.falsePositives)
}

function addCounts<T extends Record<keyof T, number>>(to: Map<string, T>, name: string, from: T): void {
  const known = to.get(name)
  if (!known) {
    to.set(name, { ...from })
    return
  }
  for (const key of Object.keys(from) as (keyof T)[]) known[key] = (known[key] + from[key]) as T[keyof T]
}

function entryOf<T>(map: Map<string, T>, key: string, initial: T): T {
  const known = map.get(key) ?? initial
  map.set(key, known)
  return known
}

/** Intersection over union of lines, on both sides together. */
function overlap(
  ranges: FileMatch['originals'][number]['ranges'],
  passage: NonNullable<Positive['passage']>,
): number {
  let shared = 0
  let all = 0
  for (const side of ['candidate', 'original'] as const) {
    const found = new Set(ranges.flatMap((range) => linesOf(range[side])))
    const real = linesOf(passage[side])
    const common = real.filter((line) => found.has(line)).length
    shared += common
    all += found.size + real.length - common
  }
  return shared / all
}

function linesOf([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
