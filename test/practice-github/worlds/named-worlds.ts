import type { WorldDefinition } from '../world/definition.ts'
import { incident } from './incident.ts'
import { leakedTarball } from './leaked-package.ts'
import { networkOf } from './network-of.ts'
import { unconnected } from './unconnected.ts'

export interface NamedWorld {
  about: string
  make: () => WorldDefinition
  /** The package whose copies it holds: what a scan begins with. */
  leaked?: () => Promise<Buffer>
}

/** The worlds that can be started by name. */
export const WORLDS: Record<string, NamedWorld> = {
  incident: {
    about: 'a leak in small: an official repository, its forks, the leak and its copies',
    make: () => incident().world,
    leaked: leakedTarball,
  },
  network: { about: 'a network of 8,100 forks, 97 of which had the leak', make: () => networkOf(8100).world },
  unconnected: {
    about: '400 repositories in no network: copies in every disguise, and what only looks like one',
    make: () => unconnected().world,
    leaked: leakedTarball,
  },
  'large-network': { about: 'the same with 50,000 forks', make: () => networkOf(50_000).world },
}
