import { sumOf, type MatchGroup } from '../../tasks/count-matches.ts'
import type { LatestScan } from '../../tasks/scan/show-latest-scan.ts'
import type { FunnelStep } from '../../render/pages/work-page.ts'
import { links } from './links.ts'

/** How wide the longest bar is, in units of the picture. */
const widest = 400

/** From what the last scan looked at to what was taken down; official repositories are no part of it after the first steps. */
export function funnelOf(
  slug: string,
  matches: readonly MatchGroup[],
  scan: Pick<LatestScan, 'coverage'> | null,
): FunnelStep[] {
  const copies = matches.filter((group) => !group.official)
  const infringing = copies.filter(({ decision }) => decision === 'infringing')
  const steps: [name: string, count: number, href: string | null][] = [
    ...(scan === null
      ? []
      : ([
          ['Candidates of the last scan', scan.coverage.repositories.candidates, `${links.work(slug)}#scan`],
          ['Examined', scan.coverage.repositories.examined, `${links.work(slug)}#scan`],
        ] as [string, number, string][])),
    ['Strong or weak matches', sumOf(copies, () => true), links.matches(slug)],
    ['Decided', sumOf(copies, ({ decision }) => decision !== null), null],
    ['Infringing', sumOf(infringing, () => true), links.matches(slug, { decision: 'infringing' })],
    ['Named in a sent notice', sumOf(infringing, ({ sent }) => sent), links.notices()],
    [
      'Disabled',
      sumOf(infringing, ({ sent, availability }) => sent && availability === 'disabled'),
      links.matches(slug, { decision: 'infringing', availability: 'disabled' }),
    ],
  ]
  const most = Math.max(1, ...steps.map(([, count]) => count))
  return steps.map(([name, count, href]) => ({
    name,
    count,
    href,
    // What is there at all is seen.
    width: count === 0 ? 0 : Math.max(2, Math.round((count / most) * widest)),
  }))
}
