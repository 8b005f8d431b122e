import type { Kit } from '../kit.ts'
import { availabilities } from './availabilities.ts'
import { isOneOf } from './one-of.ts'
import type { Repositories } from './repositories.ts'
import type { Works } from './works.ts'

/** Each look at a repository, with GitHub's answer as it came. */
export function defineObservations(
  kit: Kit,
  { works, repositories }: { works: Works; repositories: Repositories },
) {
  return kit.table(
    'observations',
    {
      id: kit.id(),
      repositoryId: kit
        .big('repository_id')
        .notNull()
        .references(() => repositories.id),
      at: kit.ts('at').notNull(),
      availability: kit.oneOf('availability', availabilities).notNull(),
      httpStatus: kit.int('http_status'),
      raw: kit.json<unknown>('raw'),
      noticeUrl: kit.text('notice_url'),
      workId: kit.big('work_id').references(() => works.id, { onDelete: 'set null' }),
      /** Why it could not be told. */
      reason: kit.text('reason'),
      /** The files of the evidence that still stood; null where nobody had to look. */
      remaining: kit.json<string[]>('remaining'),
    },
    (observation) => [
      kit.index('observations_repository').on(observation.repositoryId, observation.at),
      kit.check('observations_availability', isOneOf(observation.availability, availabilities)),
    ],
  )
}
