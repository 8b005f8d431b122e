import { listMatchesById } from '../../tasks/list-matches.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { links } from './links.ts'
import { recallMatchIds, type MatchList } from './match-list.ts'

/** The matches before and after one in a list, and where it stands. */
export interface Neighbours {
  position: number
  total: number
  previous: string | null
  next: string | null
}

/** Null where the list does not hold the match: it was opened by its address, or a decision took it out. */
export async function findNeighbours(
  app: Reading,
  memory: Memory,
  slug: string,
  { list, matchId }: { list: MatchList; matchId: number },
): Promise<Neighbours | null> {
  const ids = await recallMatchIds(app, memory, slug, list)
  const at = ids.indexOf(matchId)
  if (at < 0) return null
  const beside = [ids[at - 1], ids[at + 1]].filter((id) => id !== undefined)
  const rows = await listMatchesById(app, beside)
  const href = (id: number | undefined) => {
    const row = id === undefined ? undefined : rows[beside.indexOf(id)]
    return row === undefined ? null : links.match(slug, row.repository, list)
  }
  return { position: at + 1, total: ids.length, previous: href(ids[at - 1]), next: href(ids[at + 1]) }
}
