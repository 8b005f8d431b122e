import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'
import { availabilities } from './availabilities.ts'
import { isOneOf } from './one-of.ts'

export type Repositories = ReturnType<typeof defineRepositories>

/** Repositories by GitHub's numeric id: names are changed and reused, ids are not. */
export function defineRepositories(kit: Kit) {
  return kit.table(
    'repositories',
    {
      id: kit.big('id').primaryKey(),
      nodeId: kit.text('node_id'),
      owner: kit.text('owner').notNull(),
      name: kit.text('name').notNull(),
      fork: kit.bool('fork').notNull(),
      parentId: kit.big('parent_id'),
      networkRootId: kit.big('network_root_id'),
      /** When the root was last seen to be the root: GitHub moves it when the root is deleted. */
      rootObservedAt: kit.ts('root_observed_at'),
      private: kit.bool('private').notNull().default(false),
      archived: kit.bool('archived').notNull().default(false),
      stars: kit.int('stars'),
      forksCount: kit.int('forks_count'),
      sizeKb: kit.big('size_kb'),
      description: kit.text('description'),
      defaultBranch: kit.text('default_branch'),
      license: kit.text('license'),
      githubCreatedAt: kit.ts('github_created_at'),
      pushedAt: kit.ts('pushed_at'),
      availability: kit.oneOf('availability', availabilities).notNull().default('unknown'),
      availabilitySince: kit.ts('availability_since'),
      checkedAt: kit.ts('checked_at'),
      blockReason: kit.text('block_reason'),
      blockNoticeUrl: kit.text('block_notice_url'),
      blockCreatedAt: kit.ts('block_created_at'),
      firstSeenAt: kit.ts('first_seen_at').notNull(),
      lastSeenAt: kit.ts('last_seen_at').notNull(),
      /** What GraphQL showed when REST last gave its answer: while it shows the same, nothing has changed. */
      settledMark: kit.text('settled_mark'),
      /** When REST last gave its answer. */
      settledAt: kit.ts('settled_at'),
      /** How many files of the evidence stood in its heads at the last look; null while nobody had to look. */
      filesLeft: kit.int('files_left'),
    },
    (repository) => [
      kit.index('repositories_name').on(sql`lower(${repository.owner})`, sql`lower(${repository.name})`),
      kit.index('repositories_network').on(repository.networkRootId),
      kit.check('repositories_availability', isOneOf(repository.availability, availabilities)),
    ],
  )
}
