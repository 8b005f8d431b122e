import type { MaterialRow } from '../../../db/queries/materials.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Block } from '../../github/get-repository.ts'
import type { Connection } from '../connection.ts'

export interface MaterialLook {
  row: MaterialRow
  availability: Availability
  block: Block | null
  /** Paths of the evidence that still stand; null where nobody had to look. */
  remaining: string[] | null
  /** Why it could not be told. */
  reason: string | null
}

/** What became of a gist: whether it is there, and which files of the evidence are, by the ids of their blobs. */
export async function lookAtGist(
  github: Pick<Connection, 'readGist'>,
  row: MaterialRow,
): Promise<MaterialLook> {
  const nothing = { row, block: null, remaining: null, reason: null }
  const id = gistIdOf(row.url)
  if (id === null) return { ...nothing, availability: 'unknown', reason: 'its address holds no id of a gist' }
  const answer = await github.readGist(id)
  switch (answer.outcome) {
    case 'could-not-tell':
      return { ...nothing, availability: 'unknown', reason: answer.reason }
    case 'gone':
      return { ...nothing, availability: 'gone' }
    case 'disabled':
    case 'blocked':
      return { ...nothing, availability: answer.outcome, block: answer.block }
    case 'available': {
      const blobs = new Set(answer.gist.files.map(({ blob }) => blob))
      const paths = new Set(row.files.map(({ path }) => path))
      const standing = new Set(row.files.filter(({ blob }) => blobs.has(blob)).map(({ path }) => path))
      const isWhole = standing.size === paths.size
      if (!isWhole && answer.gist.cutOff)
        return { ...nothing, availability: 'unknown', reason: 'it has more files than GitHub shows' }
      return { ...nothing, availability: isWhole ? 'available' : 'changed', remaining: [...standing].sort() }
    }
  }
}

/** The last part of `https://gist.github.com/owner/id`, with a revision or without. */
function gistIdOf(url: string): string | null {
  const parts = URL.canParse(url) ? new URL(url).pathname.split('/').filter((part) => part !== '') : []
  return parts.find((part) => /^[0-9a-f]{20,40}$/i.test(part)) ?? parts[1] ?? parts[0] ?? null
}
