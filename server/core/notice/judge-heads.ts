import type { RefHead } from '../repository/types.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { fullName } from './same-repository.ts'
import type { NamedRepository, NoticeScope } from './types.ts'

/** One branch or tag that the evidence stands at, and what it points to today. */
export interface HeadToday {
  /** As the reviewer saw it. */
  seen: RefHead
  /** Null where the branch or tag is gone. */
  now: RefHead | null
  /** The blobs that stand at the listed paths of the tree of today, by path; null where nobody had to look. */
  blobs: ReadonlyMap<string, string> | null
}

/**
 * What it means for a claim that heads moved since the review. All of a repository can be claimed only as it was
 * reviewed; a list of files stays true while these very files stand at their branch.
 */
export function judgeHeads(
  named: NamedRepository,
  scope: NoticeScope | null,
  heads: readonly HeadToday[],
): NoticeProblem[] {
  const name = fullName(named)
  return heads.flatMap(({ seen, now, blobs }) => {
    if (now === null) {
      return [errorOf('head-gone', `${name} has no ${seen.ref} any more`, 'Scan and review it again', name)]
    }
    if (now.tree === seen.tree) return []
    const listed = named.files.filter(({ ref }) => ref === seen.ref)
    const missing = listed.filter(({ path, blob }) => blobs?.get(path) !== blob)
    if (scope !== 'specific-files' || (listed.length > 0 && missing.length > 0)) {
      const files = scope === 'specific-files' ? `: ${missing.length} listed files are not there as seen` : ''
      return [
        errorOf(
          scope === 'specific-files' ? 'files-missing-today' : 'head-moved',
          `${seen.ref} of ${name} moved since it was reviewed${files}`,
          'Scan and review it again, and draft the notice again',
          name,
        ),
      ]
    }
    return [
      warningOf(
        'head-moved',
        `${seen.ref} of ${name} moved since it was reviewed; the listed files are as they were`,
        'Look at what changed, if you doubt',
        name,
      ),
    ]
  })
}

/**
 * Branches and tags that nobody reviewed. All of a repository can be claimed only while there are none with content of
 * their own: a claim against the entire repository takes down every branch.
 */
export function judgeNewHeads(
  named: NamedRepository,
  scope: NoticeScope | null,
  seen: readonly RefHead[],
  now: readonly RefHead[],
): NoticeProblem[] {
  if (scope !== 'entire-repository') return []
  const refs = new Set(seen.map(({ ref }) => ref))
  const trees = new Set(seen.map(({ tree }) => tree))
  const name = fullName(named)
  return now
    .filter(({ ref, tree }) => !refs.has(ref) && !trees.has(tree))
    .map(({ ref }) =>
      errorOf(
        'head-unreviewed',
        `${name} has ${ref} since it was reviewed, and all of it is claimed`,
        'Scan and review it again, and draft the notice again',
        name,
      ),
    )
}

/** Whether telling about a moved head needs a look into its tree of today. */
export function needsTree(
  { seen, now }: Pick<HeadToday, 'seen' | 'now'>,
  scope: NoticeScope | null,
): boolean {
  return scope === 'specific-files' && now !== null && now.tree !== seen.tree
}
