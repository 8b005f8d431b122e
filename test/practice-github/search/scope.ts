import { isVisible } from '../rest/call.ts'
import type { World } from '../world/state.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import type { SearchQuery } from './query.ts'
import { invalid } from './query.ts'

/** The repositories that `repo:`, `user:` and `org:` leave; naming only ones that cannot be searched is an error. */
export function scopeOf(world: World, { qualifiers }: SearchQuery): (repository: Repository) => boolean {
  const named = (name: string) =>
    qualifiers.filter((qualifier) => qualifier.name === name && !qualifier.negated)
  const repositories = new Set(named('repo').map(({ value }) => value.toLowerCase()))
  const owners = new Set([...named('user'), ...named('org')].map(({ value }) => value.toLowerCase()))
  const withoutRepositories = valuesOf(qualifiers.filter(({ name, negated }) => negated && name === 'repo'))
  const withoutOwners = valuesOf(
    qualifiers.filter(({ name, negated }) => negated && (name === 'user' || name === 'org')),
  )
  const asked = repositories.size + owners.size > 0
  if (asked) {
    const known =
      [...repositories].some((name) => isSearchable(world.byName(...split(name)))) ||
      [...owners].some((login) => world.existingUser(login)?.suspended === false)
    if (!known) {
      throw invalid(
        'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
      )
    }
  }
  return (repository) => {
    const name = fullName(repository).toLowerCase()
    const owner = repository.owner.login.toLowerCase()
    if (withoutRepositories.has(name) || withoutOwners.has(owner)) return false
    return !asked || repositories.has(name) || owners.has(owner)
  }
}

function valuesOf(qualifiers: { value: string }[]): Set<string> {
  return new Set(qualifiers.map(({ value }) => value.toLowerCase()))
}

function split(name: string): [string, string] {
  const [owner = '', repository = ''] = name.split('/')
  return [owner, repository]
}

export function isSearchable(repository: Repository | undefined): boolean {
  return repository !== undefined && isVisible(repository) && repository.block === undefined
}
