import type { Queryable } from '../../db/database.ts'
import { countRequestsOfWork } from '../../db/queries/requests.ts'
import { findLatestScan } from '../../db/queries/scans.ts'
import { countWork, listWorkRows, type Work } from '../../db/queries/works.ts'
import { dateIn } from '../core/deadline/calendar-date.ts'
import { countAliveByDay, type DayCount } from '../core/figures/alive-by-day.ts'
import { requireWork } from './find-work.ts'
import { countFigure, type Figure } from './status/figure.ts'
import { followChanges, type Changes } from './status/follow-changes.ts'
import { materialFigure } from './status/material-figure.ts'
import { secondLookFigure } from './status/second-look-figure.ts'
import { readTrackingFacts, type TrackingFacts } from './status/read-tracking-facts.ts'
import { countIn, trackingFigures } from './status/tracking-figures.ts'

export type { Figure } from './status/figure.ts'

export interface Status {
  works: {
    slug: string
    title: string
    figures: Figure[]
    /** By days in UTC, from the first find to today: matches, official ones left out. */
    overTime: DayCount[]
  }[]
}

/** What status is counted from; `changes` where somebody follows them already. */
export interface StatusSource {
  db: Queryable
  clock: () => Date
  changes?: () => Promise<Changes>
}

/** Counts and times of each work; every figure carries its definition. Official repositories are counted nowhere. */
export async function showStatus(
  { db, clock, changes = followChanges(db) }: StatusSource,
  slug?: string,
): Promise<Status> {
  const works = slug === undefined ? await listWorkRows(db) : [await requireWork(db, slug)]
  const described: Status['works'] = []
  for (const work of works)
    described.push(await describe(db, work, { now: clock(), changes: await changes() }))
  return { works: described }
}

async function describe(
  db: Queryable,
  work: Work,
  { now, changes }: { now: Date; changes: Changes },
): Promise<Status['works'][number]> {
  const { claimed } = await countWork(db, work.id)
  const facts = await readTrackingFacts(db, work)
  const scan = await findLatestScan(db, work.id)
  const { all: asked, ...buckets } = await countRequestsOfWork(db, work.id)
  const figures: Figure[] = [
    countFigure(
      'claimed',
      'Claimed originals',
      claimed,
      'distinct files of the work that are the owner’s own and large enough to be claimed',
    ),
    ...decisionFigures(facts),
    await secondLookFigure(db, work),
    ...trackingFigures(facts),
    ...(await materialFigure(db, work)),
    {
      key: 'requests',
      name: 'Requests to GitHub',
      value: asked.toLocaleString('en-US'),
      numbers: { count: asked, ...buckets },
      definition:
        'requests sent in scans of this work, answered from the cache or not; rechecks serve all works and are not among them',
    },
    {
      key: 'scan',
      name: 'Last scan',
      value: scan === undefined ? null : `${scan.status}, ${minuteOf(scan.startedAt)}`,
      numbers: null,
      definition: 'the latest scan and whether it told everything it was asked',
    },
  ]
  return { slug: work.slug, title: work.title, figures, overTime: countOverTime(facts, changes, now) }
}

/** To the minute: a figure is read, and the scan itself holds its times. */
function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function decisionFigures({ copies }: TrackingFacts): Figure[] {
  return [
    countFigure(
      'strong',
      'Strong matches',
      countIn(copies, ({ strength }) => strength === 'strong'),
      'repositories whose evidence alone supports a claim, official ones left out',
    ),
    countFigure(
      'weak',
      'Weak matches',
      countIn(copies, ({ strength }) => strength === 'weak'),
      'repositories with likeness that a person must judge, official ones left out',
    ),
    countFigure(
      'undecided',
      'Not decided',
      countIn(copies, ({ decision }) => decision === null),
      'strong or weak matches that no reviewer has decided, official ones left out',
    ),
    countFigure(
      'infringing',
      'Reviewed as infringing',
      countIn(copies, ({ decision }) => decision === 'infringing'),
      'matches that a named reviewer decided are infringing',
    ),
  ]
}

function countOverTime({ finds }: TrackingFacts, changes: Changes, now: Date): DayCount[] {
  // Many were found on few days: each day is written out once.
  const days = new Map<number, string>()
  const dayOf = (at: Date) => {
    const number = Math.floor(at.getTime() / 86_400_000)
    const day = days.get(number) ?? dateIn(at, 'UTC')
    days.set(number, day)
    return day
  }
  const lives = finds.map(({ repositoryId, foundAt }) => ({
    foundOn: dayOf(foundAt),
    changes: changes.get(repositoryId) ?? [],
  }))
  return countAliveByDay(lives, dayOf(now))
}
