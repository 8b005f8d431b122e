import type { Handler } from '../rest/call.ts'
import { json } from '../rest/call.ts'
import { renderMinimalRepository } from '../rest/render-repository.ts'
import { treeFacts } from '../world/languages.ts'
import type { Repository } from '../world/repository.ts'
import { headTree } from '../world/repository.ts'
import { entryAt } from '../git/trees.ts'
import type { Qualifier, SearchQuery } from './query.ts'
import { holds, indexed, inRange, parseQuery, unparsable } from './query.ts'
import { searchPage } from './page.ts'
import { isSearchable, scopeOf } from './scope.ts'

const QUALIFIERS = new Set(
  'repo user org in fork created pushed stars forks size topic language license archived is mirror template'.split(
    ' ',
  ),
)

/** `GET /search/repositories`: names, descriptions and topics, readmes when asked; forks only with `fork:`. */
export const searchRepositories: Handler = (call) => {
  const query = parseQuery(call.query.get('q') ?? '', QUALIFIERS)
  if (query.alternatives.length === 0 && query.qualifiers.length === 0) throw unparsable()
  const inScope = scopeOf(call.world, query)
  const found = [...call.world.repositories].filter(
    (repository) => isSearchable(repository) && inScope(repository) && matches(query, repository),
  )
  const order = call.query.get('order') === 'asc' ? 1 : -1
  const by = SORTS[call.query.get('sort') ?? '']
  if (by !== undefined) found.sort((a, b) => order * (by(a) - by(b)) || a.id - b.id)
  const { items, total, incomplete, headers } = searchPage(call, found, '/search/repositories')
  return json(
    {
      total_count: total,
      incomplete_results: incomplete,
      items: items.map((repository) => ({
        ...renderMinimalRepository(call.addresses, repository),
        score: 1,
      })),
    },
    headers,
  )
}

const SORTS: Record<string, (repository: Repository) => number> = {
  stars: ({ stars }) => stars,
  forks: ({ forks }) => forks.length,
  updated: ({ updatedAt }) => updatedAt,
}

function matches(query: SearchQuery, repository: Repository): boolean {
  const { qualifiers } = query
  const forks = qualifiers.find(({ name }) => name === 'fork')?.value
  const isFork = repository.parent !== undefined
  if (isFork ? forks !== 'true' && forks !== 'only' : forks === 'only') return false
  if (!qualifiers.every((qualifier) => fits(qualifier, repository) !== qualifier.negated)) return false
  const places = qualifiers.find(({ name }) => name === 'in')?.value.split(',') ?? [
    'name',
    'description',
    'topics',
  ]
  const { name, description, topics } = repository
  const texts = {
    name: () => name,
    description: () => description ?? '',
    topics: () => topics.join(' '),
    readme: () => readmeOf(repository),
  }
  const text = places
    .flatMap((place) => (place in texts ? [texts[place as keyof typeof texts]()] : []))
    .join('\n')
  return holds(query, indexed(text.replace(/[-_]/g, ' ')) + indexed(text))
}

function fits({ name, value, negated }: Qualifier, repository: Repository): boolean {
  const { objects } = repository.network
  switch (name) {
    case 'created':
      return inDates(value, repository.createdAt)
    case 'pushed':
      return inDates(value, repository.pushedAt)
    case 'stars':
      return inRange(value, repository.stars, Number)
    case 'forks':
      return inRange(value, repository.forks.length, Number)
    case 'size':
      return inRange(value, Math.ceil(treeFacts(objects, headTree(repository)).bytes / 1024), Number)
    case 'topic':
      return repository.topics.includes(value.toLowerCase())
    case 'language':
      return treeFacts(objects, headTree(repository)).language?.toLowerCase() === value.toLowerCase()
    case 'license':
      return repository.license?.toLowerCase() === value.toLowerCase()
    case 'archived':
      return repository.archived === (value === 'true')
    case 'is':
      return value === 'public'
    default:
      return !negated
  }
}

/** A bare day is the whole day. */
function inDates(value: string, at: number): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(at).toISOString().startsWith(value)
  const endOfDay = /(\.\.|<=|>)\d{4}-\d{2}-\d{2}$/.test(value)
  const widened = endOfDay ? `${value}T23:59:59.999Z` : value
  return inRange(widened, at, (text) => Date.parse(text))
}

function readmeOf(repository: Repository): string {
  const tree = headTree(repository)
  const { objects } = repository.network
  const entry = tree === undefined ? undefined : entryAt(objects, tree, 'README.md')
  return entry === undefined || entry.mode === '040000' ? '' : objects.blob(entry.sha).data.toString('utf8')
}
