import { isDown } from '../../core/figures/alive-by-day.ts'
import { percentile } from '../../core/figures/percentile.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import type { CopyGroup } from '../../../db/queries/copies.ts'
import type { RepositoryRow } from '../../../db/queries/repositories.ts'
import { countFigure, type Figure } from './figure.ts'
import type { NamedFact, TrackingFacts } from './read-tracking-facts.ts'

/** What became of it all: each figure with what it is counted from and since when. */
export function trackingFigures(facts: TrackingFacts): Figure[] {
  const { named, overreach, cases, leakedAt } = facts
  const byUs = named.filter(({ repository }) => isOurs(facts, repository))
  const hit = byUs.length + overreach.length
  const takenDown = (from: (one: NamedFact) => Date | null) =>
    byUs.map((one) => between(from(one), one.repository.blockCreatedAt))
  return [
    countFigure(
      'named',
      'Named in notices',
      named.length,
      'repositories named in a takedown notice that was sent, given back since or not',
    ),
    ...claimFigures(named),
    countFigure(
      'disabled',
      'Named and disabled',
      named.filter(({ repository }) => repository.availability === 'disabled').length,
      'named repositories that answered 451 at the last recheck, under any notice',
    ),
    countFigure(
      'alive',
      'Copies alive',
      countIn(facts.copies, isAlive),
      'strong and weak matches that nobody decided to be authorized, fair use or not ours, official ones left out, which were not seen disabled, blocked, gone or without any of the files found',
    ),
    times(
      'takedown',
      'Time to takedown, from sending',
      takenDown(({ sentAt }) => sentAt),
      'from the time that the first notice naming it was recorded as sent to the time in GitHub’s block, over named repositories disabled under our notices',
    ),
    times(
      'takedown-from-find',
      'Time to takedown, from finding',
      takenDown(({ foundAt }) => foundAt),
      'from the scan that first found it to the time in GitHub’s block, over the same repositories',
    ),
    times(
      'takedown-from-leak',
      'Time to takedown, from the leak',
      takenDown(() => leakedAt),
      'from the time that the work became public, as it was recorded, to the time in GitHub’s block, over named repositories disabled under our notices',
    ),
    outcomeFigure(facts),
    {
      key: 'precision',
      name: 'Named of disabled',
      value: hit === 0 ? null : `${share(byUs.length, hit)} (${byUs.length} of ${hit})`,
      numbers: hit === 0 ? null : { named: byUs.length, disabled: hit },
      definition: 'of all that stands disabled under our notices, the share that a notice names',
    },
    countFigure(
      'wrong-hits',
      'Overreach',
      cases.length,
      'repositories ever seen disabled under a notice of ours that names them nowhere',
    ),
    countFigure(
      'wrong-hits-open',
      'Overreach not repaired',
      cases.filter(({ repairedAt }) => repairedAt === null).length,
      'of them, those that have not answered 200 since',
    ),
    times(
      'repair',
      'Time to repair',
      cases.map(({ foundAt, repairedAt }) => between(foundAt, repairedAt)),
      'from the recheck that found overreach to the one that saw the repository available again',
    ),
  ]
}

export function countIn(groups: readonly CopyGroup[], holds: (group: CopyGroup) => boolean): number {
  return groups.reduce((sum, group) => sum + (holds(group) ? group.count : 0), 0)
}

function isAlive({ decision, availability, emptied }: CopyGroup): boolean {
  if (['authorized', 'fair-use', 'not-ours'].includes(decision ?? '')) return false
  return !isDown(availability) && !emptied
}

function isOurs({ sent }: TrackingFacts, { availability, blockNoticeUrl }: RepositoryRow): boolean {
  const notices = sent.map(({ notice }) => notice)
  return availability === 'disabled' && attributeNotice(blockNoticeUrl, notices) !== undefined
}

function claimFigures(named: readonly NamedFact[]): Figure[] {
  const retracted = named.filter(({ retractedAt }) => retractedAt !== null)
  return [
    countFigure(
      'retracted',
      'Given back',
      retracted.length,
      'of those named, repositories for which every notice that names them was retracted, in whole or in part',
    ),
    countFigure(
      'retracted-disabled',
      'Given back and still disabled',
      retracted.filter(({ repository }) => repository.availability === 'disabled').length,
      'of those given back, repositories that answered 451 at the last recheck, under any notice',
    ),
    countFigure(
      'standing',
      'Claims that stand',
      named.length - retracted.length,
      'of those named, repositories that a notice claims still: named, and not given back',
    ),
  ]
}

function outcomeFigure(facts: TrackingFacts): Figure {
  const counts = new Map<string, number>()
  for (const { repository } of facts.named) {
    const { availability } = repository
    const word =
      availability === 'disabled'
        ? `disabled ${isOurs(facts, repository) ? 'by us' : 'by others'}`
        : availability
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    key: 'outcome',
    name: 'Named, by outcome',
    value: sorted.length === 0 ? null : sorted.map(([word, n]) => `${n} ${word}`).join(', '),
    numbers: sorted.length === 0 ? null : Object.fromEntries(sorted),
    definition:
      'named repositories by what the last recheck saw; “by us”: GitHub’s block names a notice of ours',
  }
}

function between(from: Date | null, to: Date | null): number | null {
  return from === null || to === null ? null : (to.getTime() - from.getTime()) / 3_600_000
}

function times(key: string, name: string, hours: readonly (number | null)[], definition: string): Figure {
  const known = hours.filter((each) => each !== null)
  const [median, p95] = [percentile(known, 50), percentile(known, 95)]
  if (median === undefined || p95 === undefined) {
    return { key, name: `${name}, median`, value: null, numbers: null, definition }
  }
  return {
    key,
    name: `${name}, median`,
    value: `${median.toFixed(1)} hours (p95 ${p95.toFixed(1)}, n = ${known.length})`,
    numbers: { median, p95, n: known.length },
    definition,
  }
}

/** A share that is not whole is never shown as 0 % or 100 %. */
function share(part: number, whole: number): string {
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 1) return '<1 %'
  return percent > 99 && percent < 100 ? '>99 %' : `${Math.round(percent)} %`
}
