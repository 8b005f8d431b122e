import type { Commit } from '../git/objects.ts'
import type { Call, Handler } from '../rest/call.ts'
import { json } from '../rest/call.ts'
import { renderCommit } from '../rest/render-commit.ts'
import { renderNamedRepository } from '../rest/render-repository.ts'
import { commitHistory } from '../world/history.ts'
import type { Repository } from '../world/repository.ts'
import { headCommit } from '../world/repository.ts'
import type { Qualifier, SearchQuery } from './query.ts'
import { holds, indexed, inRange, parseQuery, unparsable } from './query.ts'
import { searchPage } from './page.ts'
import { isSearchable, scopeOf } from './scope.ts'

const QUALIFIERS = new Set(
  'repo user org hash parent tree author committer author-name committer-name author-email committer-email author-date committer-date merge is'.split(
    ' ',
  ),
)

/** `GET /search/commits`: default branches only, never forks. `tree:` is the one content-addressed look-up there is. */
export const searchCommits: Handler = (call) => {
  const query = parseQuery(call.query.get('q') ?? '', QUALIFIERS)
  if (query.alternatives.length === 0 && query.qualifiers.length === 0) throw unparsable()
  const { items, total, incomplete, headers } = searchPage(
    call,
    [...findCommits(call, query)],
    '/search/commits',
  )
  return json(
    {
      total_count: total,
      incomplete_results: incomplete,
      items: items.map(({ repository, sha }) => ({
        ...renderCommit(call, repository, sha),
        repository: renderNamedRepository(call.addresses, repository),
        score: 1,
      })),
    },
    headers,
  )
}

function* findCommits(
  { world }: Call,
  query: SearchQuery,
): Generator<{ repository: Repository; sha: string }> {
  const inScope = scopeOf(world, query)
  for (const repository of world.repositories) {
    // Whether commits of forgotten repositories stay in the index is documented nowhere: then not.
    if (repository.parent !== undefined || repository.notIndexed) continue
    if (!isSearchable(repository) || !inScope(repository)) continue
    const head = headCommit(repository)
    if (head === undefined) continue
    for (const sha of commitHistory(repository.network.objects, head)) {
      const commit = repository.network.objects.commit(sha)
      const fitting = query.qualifiers.every(
        (qualifier) => fits(qualifier, sha, commit) !== qualifier.negated,
      )
      if (fitting && holds(query, indexed(commit.message))) yield { repository, sha }
    }
  }
}

function fits({ name, value, negated }: Qualifier, sha: string, commit: Commit): boolean {
  const { author, committer } = commit
  const wanted = value.toLowerCase()
  switch (name) {
    case 'hash':
      return sha.startsWith(wanted)
    case 'parent':
      return commit.parents.some((parent) => parent.startsWith(wanted))
    case 'tree':
      return commit.tree === wanted
    case 'author':
    case 'author-name':
      return author.name.toLowerCase() === wanted
    case 'committer':
    case 'committer-name':
      return committer.name.toLowerCase() === wanted
    case 'author-email':
      return author.email.toLowerCase() === wanted
    case 'committer-email':
      return committer.email.toLowerCase() === wanted
    case 'author-date':
      return inRange(value, author.at.getTime(), (text) => Date.parse(text))
    case 'committer-date':
      return inRange(value, committer.at.getTime(), (text) => Date.parse(text))
    case 'merge':
      return commit.parents.length > 1 === (wanted === 'true')
    default:
      return !negated
  }
}
