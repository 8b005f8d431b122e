import type { Queryable } from '../../../db/database.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { Figure } from './figure.ts'

/** What became of gists, packages and pages; no figure where there are none. */
export async function materialFigure(db: Queryable, work: Work): Promise<Figure[]> {
  const counts = new Map<string, number>()
  for (const { availability } of await listMaterials(db, work.id)) {
    const word = availability ?? 'unknown'
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    {
      key: 'other-material',
      name: 'Gists, packages and pages',
      value: sorted.map(([word, count]) => `${count} ${word}`).join(', '),
      numbers: Object.fromEntries(sorted),
      definition:
        'material that is no repository, by what the last look showed: GitHub’s answer for a gist, a person’s own look for the rest; unknown: nobody looked again',
    },
  ]
}
