import type { MatchPage } from '../../render/pages/match-page.ts'
import type { MatchDetail } from '../../tasks/show-match.ts'
import { strengthBadge } from './badges.ts'
import { links, type Query } from './links.ts'
import { paginate } from './paginate.ts'
import { readPage } from './read-query.ts'

export type MatchFile = MatchDetail['files'][number]

const pageSize = 200

/** Which file of a match is asked for, and which part of the list it stands in. */
export interface FileQuery {
  path?: string
  original?: string
  /** Part of the path of the file or its original. */
  file?: string
  page?: string
}

/** The files of a match, the strongest evidence first: a page of them, the one that is shown, and its neighbours. */
export function matchFiles(
  slug: string,
  match: MatchDetail,
  query: FileQuery,
  list: Query,
): Pick<MatchPage, 'files' | 'pager' | 'fileSearch' | 'fileNeighbours'> & { shown: MatchFile | undefined } {
  const { path, original, file: sought } = query
  const files = match.files.filter((file) => holds(file, sought)).sort(byEvidence)
  const here = links.match(slug, match.repository)
  const isAsked = (file: MatchFile) =>
    file.path === path && (original === undefined || file.original === original)
  const at = Math.max(0, files.findIndex(isAsked))
  const shown = files[at]
  // Without a page in the address, the one that holds the file that is shown.
  const page = query.page === undefined ? Math.floor(at / pageSize) + 1 : readPage(query.page)
  const { rows, pager } = paginate(files, page, pageSize, (n) =>
    links.match(slug, match.repository, { ...list, path, original, file: sought, page: n }),
  )
  const hrefOf = (file: MatchFile | undefined) =>
    file === undefined
      ? null
      : `${links.match(slug, match.repository, { ...list, path: file.path, original: file.original, file: sought })}#compare`
  return {
    shown,
    files: rows.map((file) => ({
      ...file,
      strength: strengthBadge(file.strength),
      href: hrefOf(file)!,
      shown: file === shown,
    })),
    pager,
    fileSearch:
      match.files.length > 20
        ? {
            action: here,
            text: sought ?? '',
            list: Object.entries(list).flatMap(([name, value]) =>
              value === undefined ? [] : [{ name, value: String(value) }],
            ),
            all: links.match(slug, match.repository, list),
          }
        : null,
    fileNeighbours:
      shown === undefined || files.length < 2
        ? null
        : {
            position: at + 1,
            total: files.length,
            previous: hrefOf(files[at - 1]),
            next: hrefOf(files[at + 1]),
          },
  }
}

function holds({ path, original }: MatchFile, sought: string | undefined): boolean {
  if (sought === undefined) return true
  const part = sought.toLowerCase()
  return path.toLowerCase().includes(part) || original.toLowerCase().includes(part)
}

const order = { strong: 0, weak: 1, none: 2 }

function byEvidence(a: MatchFile, b: MatchFile): number {
  return order[a.strength] - order[b.strength] || b.bits - a.bits || (a.path < b.path ? -1 : 1)
}
