import type { FileChanges } from '../git/trees.ts'
import { defineWorld } from '../world/definition.ts'
import type { RepositoryDefinition, WorldDefinition } from '../world/definition.ts'

export interface MarchWorld {
  world: WorldDefinition
  root: string
  /** The repository that leaked and its forks: all that a notice may name. */
  copies: string[]
  /** Everybody else in the network, the official root first: what a network-wide wording sweeps. */
  innocent: string[]
}

/**
 * The network of March 2026: an official root, `copies` repositories that hold the leak (the first of them a fork of
 * the root, the others forks of it), and clean forks of the root up to `size` repositories, the root included.
 */
export function march2026(
  files: { sdk: FileChanges; leak: FileChanges },
  size = 8100,
  copies = 97,
): MarchWorld {
  const start = Date.parse('2026-03-31T08:00:00Z')
  const root: RepositoryDefinition = {
    owner: 'orbit',
    name: 'sdk',
    stars: 80_000,
    license: 'MIT',
    createdAt: new Date(start - 400 * 86_400_000).toISOString(),
    files: files.sdk,
  }
  const clean = Array.from({ length: size - copies - 1 }, (_, index): RepositoryDefinition => ({
    owner: `reader-${index}`,
    name: 'sdk',
    forkOf: 'orbit/sdk',
    createdAt: new Date(start - (index + 2) * 60_000).toISOString(),
    // One in twenty has work of its own.
    ...(index % 20 === 7 ? { files: { [`notes/${index}.md`]: `Notes of reader ${index}\n` } } : {}),
  }))
  const leaker: RepositoryDefinition = {
    owner: 'leaker',
    name: 'sdk',
    forkOf: 'orbit/sdk',
    stars: 900,
    createdAt: new Date(start).toISOString(),
    files: files.leak,
  }
  const forks = Array.from({ length: copies - 1 }, (_, index): RepositoryDefinition => ({
    owner: `copier-${index}`,
    name: 'sdk',
    forkOf: 'leaker/sdk',
    createdAt: new Date(start + (index + 1) * 60_000).toISOString(),
    ...(index % 12 === 11 ? { files: { 'README.md': `# Mine ${index}\n` } } : {}),
  }))
  const nameOf = ({ owner, name }: RepositoryDefinition) => `${owner}/${name}`
  return {
    world: defineWorld({
      startsAt: new Date(start + 86_400_000).toISOString(),
      repositories: [root, ...clean, leaker, ...forks],
    }),
    root: nameOf(root),
    copies: [leaker, ...forks].map(nameOf),
    innocent: [root, ...clean].map(nameOf),
  }
}
