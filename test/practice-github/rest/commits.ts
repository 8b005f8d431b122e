import { changedFiles } from '../git/changed-files.ts'
import { commitHistory } from '../world/history.ts'
import { fullName, headCommit } from '../world/repository.ts'
import { resolveCommit } from '../world/resolve-revision.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { json, notFound, openRepository, problem, repositoryUrl } from './call.ts'
import { refuseEmpty } from './git-data.ts'
import { paginate } from './paginate.ts'
import { renderCommit } from './render-commit.ts'

export const listCommits: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const { query } = call
  const asked = query.get('sha')
  const head = asked === null ? headCommit(repository) : resolveCommit(repository, asked)
  if (head === undefined) throw notFound()
  const { objects } = repository.network
  const author = query.get('author')?.toLowerCase()
  const since = timeOf(query.get('since'))
  const until = timeOf(query.get('until'))
  const commits = [...commitHistory(objects, head, query.get('path') ?? '')].filter((sha) => {
    const { author: by, committer } = objects.commit(sha)
    const at = committer.at.getTime()
    if (since !== undefined && at < since) return false
    if (until !== undefined && at > until) return false
    return author === undefined || by.email.toLowerCase() === author || by.name.toLowerCase() === author
  })
  const { items, headers } = paginate(call, commits, `/repositories/${repository.id}/commits`)
  return json(
    items.map((sha) => renderCommit(call, repository, sha)),
    headers,
  )
}

function timeOf(text: string | null): number | undefined {
  return text === null ? undefined : Date.parse(text)
}

/** One commit; its bare id for `application/vnd.github.sha`. */
export const getCommit: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const name = call.params['ref'] ?? ''
  const sha = resolveCommit(repository, name)
  if (sha === undefined) throw problem(422, `No commit found for SHA: ${name}`)
  if (/application\/vnd\.github(\.v3)?\.sha/.test(call.accept)) {
    return { status: 200, text: sha, type: 'application/vnd.github.sha; charset=utf-8' }
  }
  const { objects } = repository.network
  const [parent] = objects.commit(sha).parents
  const files = changedFiles(objects, parent, sha).map((file) => renderFile(call, sha, file))
  const additions = files.reduce((sum, file) => sum + Number(file['additions']), 0)
  const deletions = files.reduce((sum, file) => sum + Number(file['deletions']), 0)
  return json({
    ...renderCommit(call, repository, sha),
    stats: { total: additions + deletions, additions, deletions },
    files,
  })

  function renderFile(
    { addresses }: Call,
    commit: string,
    file: ReturnType<typeof changedFiles>[number],
  ): JsonObject {
    const path = file.path.split('/').map(encodeURIComponent).join('/')
    const web = `${addresses.web}/${fullName(repository)}`
    return {
      sha: file.sha,
      filename: file.path,
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: `${web}/blob/${commit}/${path}`,
      raw_url: `${web}/raw/${commit}/${path}`,
      contents_url: `${repositoryUrl(addresses, repository)}/contents/${path}?ref=${commit}`,
    }
  }
}
