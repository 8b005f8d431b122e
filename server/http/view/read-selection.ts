import { ClawbackError } from '../../errors.ts'
import type { BulkSelection } from '../../tasks/review/select-for-bulk.ts'
import type { Memory } from '../memory.ts'
import { readChoices, readFields } from '../read-fields.ts'
import type { Reading } from '../reading.ts'
import { parseMatchList, recallMatchIds } from './match-list.ts'

/** Rows of a list that were chosen, by GitHub's ids: the boxes of the page, and those of other pages in one field. */
export function readSelection(body: unknown): { repositories: number[]; all: boolean } {
  const { all, ids } = readFields(body, ['all', 'ids'])
  const words = [...readChoices(body, 'row[]'), ...ids.split(',')].map((word) => word.trim())
  const repositories = [...new Set(words.filter((word) => word !== ''))].map((word) => {
    if (/^\d{1,15}$/.test(word)) return Number(word)
    throw new ClawbackError('FORM_INVALID', 'The selection cannot be read', 'Send the form from its page.')
  })
  return { repositories, all: all === 'yes' }
}

/** All of a list is what the list holds now; the hash of what was shown tells whether it still is the same. */
export async function selectionOf(
  app: Reading,
  memory: Memory,
  slug: string,
  { repositories, all, list }: { repositories: number[]; all: boolean; list: string },
): Promise<BulkSelection> {
  if (!all) return { repositories }
  return { matches: await recallMatchIds(app, memory, slug, parseMatchList(list)) }
}
