import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { MatchClass, Strength } from '../../server/core/match/types.ts'
import type { Availability, Decision } from '../../server/core/repository/types.ts'
import type { Queryable } from '../database.ts'
import { likeText } from './like-text.ts'

export interface MatchRowFilter {
  strength?: Strength[]
  class?: MatchClass[]
  /** `none`: not decided yet. */
  decision?: (Decision | 'none')[]
  availability?: Availability[]
  /** Part of the name of the repository, its parent or its network root; any case. */
  name?: string
  /** Id of a network's root: the root and every repository of its network. */
  network?: number
}

/** The condition that a filter puts on the matches of a work, each joined to its repository. */
export function whereMatches(db: Queryable, workId: number, filter: MatchRowFilter): SQL | undefined {
  const { matches, repositories } = db.tables
  return and(
    eq(matches.workId, workId),
    filter.strength && inArray(matches.strength, filter.strength),
    filter.class && inArray(matches.class, filter.class),
    filter.availability && inArray(repositories.availability, filter.availability),
    filter.decision && isDecided(db, filter.decision),
    filter.network === undefined
      ? undefined
      : or(eq(repositories.id, filter.network), eq(repositories.networkRootId, filter.network)),
    filter.name === undefined ? undefined : isNamed(db, filter.name),
  )
}

/** Strong before weak before none. */
export function byStrength({ tables: { matches } }: Queryable): SQL {
  return sql`case ${matches.strength} when 'strong' then 0 when 'weak' then 1 else 2 end`
}

function isDecided({ tables: { matches } }: Queryable, wanted: readonly (Decision | 'none')[]): SQL {
  const words = wanted.filter((word) => word !== 'none')
  const decided = words.length > 0 ? inArray(matches.decision, words) : sql`1 = 0`
  return wanted.includes('none') ? sql`(${decided} or ${isNull(matches.decision)})` : decided
}

function isNamed({ orm, tables: { repositories } }: Queryable, part: string): SQL | undefined {
  const named = orm
    .select({ id: repositories.id })
    .from(repositories)
    .where(likeText(sql`${repositories.owner} || '/' || ${repositories.name}`, part))
  return or(
    inArray(repositories.id, named),
    inArray(repositories.parentId, named),
    inArray(repositories.networkRootId, named),
  )
}
