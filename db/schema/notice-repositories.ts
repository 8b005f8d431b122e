import type { Kit } from '../kit.ts'
import type { Notices } from './notices.ts'
import { isOneOf } from './one-of.ts'
import type { Repositories } from './repositories.ts'

export const noticeRoles = ['parent', 'fork'] as const

/** The material: what a notice names, repository by repository. */
export function defineNoticeRepositories(
  kit: Kit,
  { notices, repositories }: { notices: Notices; repositories: Repositories },
) {
  return kit.table(
    'notice_repositories',
    {
      noticeId: kit
        .text('notice_id')
        .notNull()
        .references(() => notices.id, { onDelete: 'cascade' }),
      repositoryId: kit
        .big('repository_id')
        .notNull()
        .references(() => repositories.id),
      role: kit.oneOf('role', noticeRoles).notNull(),
      url: kit.text('url').notNull(),
      /** The listed file URLs; empty when the entire repository is the material. */
      files: kit.json<string[]>('files').notNull(),
    },
    (named) => [
      kit.primaryKey(named.noticeId, named.repositoryId),
      kit.index('notice_repositories_repository').on(named.repositoryId),
      kit.check('notice_repositories_role', isOneOf(named.role, noticeRoles)),
    ],
  )
}
