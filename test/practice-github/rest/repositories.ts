import type { Handler } from './call.ts'
import { isVisible, json, openRepository } from './call.ts'
import { paginate } from './paginate.ts'
import { renderFullRepository, renderMinimalRepository } from './render-repository.ts'

export const getRepository: Handler = (call) =>
  json(renderFullRepository(call.addresses, openRepository(call)))

/** Direct forks only. Disabled forks are in the list; private ones and those of suspended owners are not. */
export const listForks: Handler = (call) => {
  const repository = openRepository(call)
  call.beforeForks(repository.id)
  const forks = repository.forks.filter(isVisible)
  const sort = call.query.get('sort') ?? 'newest'
  if (sort === 'newest') forks.sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)
  else if (sort === 'oldest') forks.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id)
  else forks.sort((a, b) => b.stars - a.stars || b.id - a.id)
  const { items, headers } = paginate(call, forks, `/repositories/${repository.id}/forks`)
  return json(
    items.map((fork) => renderMinimalRepository(call.addresses, fork)),
    headers,
  )
}
