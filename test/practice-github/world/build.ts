import { addRepository } from './add-repository.ts'
import type { WorldDefinition } from './definition.ts'
import { World } from './state.ts'

/** When nothing is said, stories start here: worlds hold the same ids and times on every run. */
const DEFAULT_START = '2026-06-01T08:00:00Z'

export function buildWorld(definition: WorldDefinition): World {
  const startsAt = Date.parse(definition.startsAt ?? DEFAULT_START)
  const world = new World(startsAt)
  for (const { login, createdAt, ...rest } of definition.users ?? []) {
    world.user(login, { ...rest, ...(createdAt === undefined ? {} : { createdAt: Date.parse(createdAt) }) })
  }
  const { repositories } = definition
  repositories.forEach((repository, index) => {
    addRepository(world, repository, startsAt - 86_400_000 - (repositories.length - index) * 1000)
  })
  for (const gist of definition.gists ?? []) {
    const at = gist.createdAt === undefined ? startsAt - 86_400_000 : Date.parse(gist.createdAt)
    world.gists.set(gist.id, {
      id: gist.id,
      owner: world.user(gist.owner),
      files: gist.files,
      description: gist.description ?? null,
      block:
        gist.block === undefined
          ? undefined
          : { ...gist.block, at: gist.block.at ?? new Date(at).toISOString() },
      createdAt: at,
    })
  }
  return world
}
