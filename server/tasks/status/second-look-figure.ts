import type { Queryable } from '../../../db/database.ts'
import type { Work } from '../../../db/queries/works.ts'
import { measureSecondLooks } from '../review/second-looks.ts'
import type { Figure } from './figure.ts'

/** How often a second reviewer decided otherwise; not known before anybody looked a second time. */
export async function secondLookFigure(db: Queryable, { id }: Work): Promise<Figure> {
  const { looked, disagreeing, rate, interval } = await measureSecondLooks(db, id)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return {
    key: 'disagreement',
    name: 'Second looks that disagree',
    value:
      rate === null || interval === null
        ? null
        : `${disagreeing} of ${looked} (${percent(rate)}; 95 % interval ${percent(interval.low)} to ${percent(interval.high)})`,
    numbers: interval === null ? null : { disagreeing, looked, low: interval.low, high: interval.high },
    definition:
      'decisions to which a second reviewer, other than the first, came otherwise, among those looked at twice; exact (Clopper-Pearson) interval',
  }
}
