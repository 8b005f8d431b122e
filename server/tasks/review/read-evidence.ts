import { createHash } from 'node:crypto'
import type { Queryable } from '../../../db/database.ts'
import { listFilesOfMatches, listMatchRefs, type Match, type MatchFile } from '../../../db/queries/matches.ts'
import { chunks } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import type { RefHead } from '../../core/repository/types.ts'

/** What a match rests on. */
export interface Evidence {
  refs: RefHead[]
  files: number
  /** SHA-256 of what a reviewer has before them: a later change of it shows. */
  hash: string
  /**
   * The same for matches whose trees and evidence are identical, wherever they stand; null where no tree is known,
   * which is identical to nothing.
   */
  likeness: string | null
}

/** Matches whose files are held at once: each may have thousands. */
const AT_ONCE = 50

/** The evidence of each match, by its id. */
export async function readEvidence(db: Queryable, matches: readonly Match[]): Promise<Map<number, Evidence>> {
  const found = new Map<number, Evidence>()
  for (const part of chunks(matches, AT_ONCE)) {
    const ids = part.map(({ id }) => id)
    const refsOf = await listMatchRefs(db, ids)
    const filesOf = await listFilesOfMatches(db, ids)
    for (const match of part) {
      const refs = refsOf.get(match.id) ?? []
      const files = filesOf.get(match.id) ?? []
      found.set(match.id, {
        refs,
        files: files.length,
        hash: hashEvidence(match, refs, files),
        likeness: hashLikeness(match, refs, files),
      })
    }
  }
  return found
}

function hashEvidence(match: Match, refs: readonly RefHead[], files: readonly MatchFile[]): string {
  return sha256({
    ...judgement(match),
    refs,
    files: files.map((file) => ({ ...contentOf(file), commit: file.commit })),
  })
}

/** Without commits and the names of branches: these differ between copies of one content. */
function hashLikeness(match: Match, refs: readonly RefHead[], files: readonly MatchFile[]): string | null {
  const trees = [...new Set(refs.map(({ tree }) => tree))].sort()
  if (trees.length === 0 || files.length === 0) return null
  const contents = files.map((file) => canonicalJson(contentOf(file))).sort()
  const { license, ofRepository } = match
  return sha256({ ...judgement(match), license, ofRepository, trees, files: [...new Set(contents)] })
}

function judgement({ class: matchClass, strength, entireRepository }: Match) {
  return { class: matchClass, strength, entireRepository }
}

function contentOf({ tree, path, blob, class: matchClass, strength, original }: MatchFile) {
  return { tree, path, blob, class: matchClass, strength, original }
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
