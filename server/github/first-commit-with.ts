import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { apiPath } from './api-path.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'

/** The commit that brought a file. Its time is what its committer's clock, or the committer, said. */
export interface FirstCommit {
  commit: string
  at: Date
}

const PAGE = 100

const commitsSchema = z.array(
  z.object({
    sha: z.string().regex(/^[0-9a-f]{40}$/),
    commit: z.object({ committer: z.object({ date: z.iso.datetime({ offset: true }) }).nullable() }),
  }),
)

/**
 * The oldest commit behind `from` (a commit or ref) that touched the file: one request, two when the file has a long
 * history. `not-found`: no commit there did.
 */
export async function firstCommitWith(
  edge: Edge,
  repository: RepositoryName,
  { path, from }: { path: string; from: string },
): Promise<Answer<FirstCommit>> {
  const first = await readPage(edge, repository, { path, from, page: 1 })
  if (first.outcome !== 'found') return first
  const last =
    first.value.lastPage > 1
      ? await readPage(edge, repository, { path, from, page: first.value.lastPage })
      : first
  if (last.outcome !== 'found') return last
  const oldest = last.value.commits.at(-1)
  if (oldest === undefined)
    return last === first ? notFound : couldNotTell(`the history of ${path} changed meanwhile`)
  return found(oldest)
}

async function readPage(
  edge: Edge,
  { owner, name }: RepositoryName,
  { path, from, page }: { path: string; from: string; page: number },
): Promise<Answer<{ commits: FirstCommit[]; lastPage: number }>> {
  const query = new URLSearchParams({ sha: from, path, per_page: String(PAGE), page: String(page) })
  // Never conditional: a 304 comes without the link that names the last page.
  const asked = await edge.ask({
    purpose: 'first commit',
    bucket: 'core',
    path: `${apiPath`/repos/${owner}/${name}/commits`}?${query.toString()}`,
  })
  // "Git Repository is empty."
  if (asked.kind === 'answer' && (asked.status === 404 || asked.status === 409)) return notFound
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? commitsSchema.safeParse(asked.content) : undefined
  if (asked.kind !== 'answer' || parsed?.success !== true) return notTold(asked, `the history of ${path}`)
  return found({
    commits: parsed.data.flatMap(({ sha, commit: { committer } }) =>
      committer === null ? [] : [{ commit: sha, at: new Date(committer.date) }],
    ),
    lastPage: lastPage(asked.headers['link']) ?? page,
  })
}

/** The page that `Link: <…page=7…>; rel="last"` names. */
function lastPage(link: string | undefined): number | undefined {
  const url = /<([^<>]*)>;\s*rel="last"/.exec(link ?? '')?.[1]
  const page = Number(URL.canParse(url ?? '') ? new URL(url!).searchParams.get('page') : Number.NaN)
  return Number.isInteger(page) && page > 0 ? page : undefined
}
