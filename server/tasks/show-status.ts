import type { Queryable } from '../../db/database.ts'
import { countRequestsOfWork } from '../../db/queries/requests.ts'
import { findLatestScan } from '../../db/queries/scans.ts'
import { countWork, listWorkRows, type Work } from '../../db/queries/works.ts'
import { dateIn } from '../core/deadline/calendar-date.ts'
import { countAliveByDay, type DayCount } from '../core/figures/alive-by-day.ts'
import { requireWork } from './find-work.ts'
import { countFigure, type Figure } from './status/figure.ts'
import { secondLookFigure } from './status/second-look-figure.ts'
import { readTrackingFacts, type TrackingFacts } from './status/read-tracking-facts.ts'
import { trackingFigures } from './status/tracking-figures.ts'

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

/** Counts and times of each work; every figure carries its definition. Official repositories are counted nowhere. */
export async function showStatus(
  { db, clock }: { db: Queryable; clock: () => Date },
  slug?: string,
): Promise<Status> {
  const works = slug === undefined ? await listWorkRows(db) : [await requireWork(db, slug)]
  const described: Status['works'] = []
  for (const work of works) described.push(await describe(db, work, clock()))
  return { works: described }
}

async function describe(db: Queryable, work: Work, now: Date): Promise<Status['works'][number]> {
  const { claimed } = await countWork(db, work.id)
  const facts = await readTrackingFacts(db, work)
  const scan = await findLatestScan(db, work.id)
  const requests = await countRequestsOfWork(db, work.id)
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
    countFigure(
      'requests',
      'Requests to GitHub',
      requests,
      'requests sent in scans of this work, answered from the cache or not; rechecks serve all works and are not among them',
    ),
    {
      key: 'scan',
      name: 'Last scan',
      value: scan === undefined ? null : `${scan.status}, ${scan.startedAt.toISOString()}`,
      definition: 'the latest scan and whether it told everything it was asked',
    },
  ]
  return { slug: work.slug, title: work.title, figures, overTime: countOverTime(facts, now) }
}

function decisionFigures({ copies }: TrackingFacts): Figure[] {
  const count = (is: (match: TrackingFacts['copies'][number]['match']) => boolean) =>
    copies.filter(({ match }) => is(match)).length
  return [
    countFigure(
      'strong',
      'Strong matches',
      count(({ strength }) => strength === 'strong'),
      'repositories whose evidence alone supports a claim, official ones left out',
    ),
    countFigure(
      'weak',
      'Weak matches',
      count(({ strength }) => strength === 'weak'),
      'repositories with likeness that a person must judge, official ones left out',
    ),
    countFigure(
      'undecided',
      'Not decided',
      count(({ decision }) => decision === null),
      'strong or weak matches that no reviewer has decided, official ones left out',
    ),
    countFigure(
      'infringing',
      'Reviewed as infringing',
      count(({ decision }) => decision === 'infringing'),
      'matches that a named reviewer decided are infringing',
    ),
  ]
}

function countOverTime({ copies, changes }: TrackingFacts, now: Date): DayCount[] {
  const dayOf = (at: Date) => dateIn(at, 'UTC')
  const lives = copies.map(({ match, repository }) => ({
    foundOn: dayOf(match.firstSeenAt),
    changes: (changes.get(repository.id) ?? []).map(({ at, to }) => ({ on: dayOf(at), to })),
  }))
  return countAliveByDay(lives, dayOf(now))
}
