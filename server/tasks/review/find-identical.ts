import type { Queryable } from '../../../db/database.ts'
import { selectMatchesWithTree } from '../../../db/queries/match-list.ts'
import { listMatchRefs, type MatchWithRepository } from '../../../db/queries/matches.ts'
import type { Work } from '../../../db/queries/works.ts'
import { readStanding } from './read-standing.ts'

/** Matches whose trees and evidence are those of another one. */
export interface Identical {
  /** Not decided: a decision about the one can be theirs. */
  open: MatchWithRepository[]
  /** Decided already, each by a person: left as they are. */
  decided: MatchWithRepository[]
}

/** The other matches of a work with exactly the same trees and the same evidence; one that differs in anything is out. */
export async function findIdentical(db: Queryable, work: Work, one: MatchWithRepository): Promise<Identical> {
  const tree = (await listMatchRefs(db, [one.match.id])).get(one.match.id)?.[0]?.tree
  if (tree === undefined) return { open: [], decided: [] }
  const alike = await selectMatchesWithTree(db, work.id, tree)
  const reviewed = await readStanding(
    db,
    alike.map(({ match }) => match),
  )
  const likeness = reviewed.get(one.match.id)?.evidence.likeness ?? null
  const identical = alike.filter(
    ({ match }) =>
      match.id !== one.match.id &&
      likeness !== null &&
      reviewed.get(match.id)!.evidence.likeness === likeness,
  )
  const isOpen = ({ match }: MatchWithRepository) => reviewed.get(match.id)!.standing.decision === null
  return { open: identical.filter(isOpen), decided: identical.filter((found) => !isOpen(found)) }
}
