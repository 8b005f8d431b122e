import { startPracticeGitHub } from '../../../test/practice-github/start.ts'
import type { Weather } from '../../../test/practice-github/house/weather.ts'
import { networkOf, type LargeNetwork } from '../../../test/practice-github/worlds/network-of.ts'
import { objectsIn, pageIn } from './asked.ts'
import { leak, officialFiles } from './files.ts'

/** What the bench asks of a network in a process of its own, so that its memory and work are not measured. */
export interface NetworkOrder {
  forks: number
  latency: number
  weather?: Weather
  /** Points an hour; GitHub's own unless told. */
  budgets?: { core?: number; graphql?: number }
  /** Nobody is asked to slow down: for a client that would never end otherwise. */
  noSecondaryLimits?: boolean
}

/** One request as it was answered, without its text. */
export interface AnsweredRequest {
  status: number
  cost: number
  bucket: string
  /** Sent while its budget was spent, or while its token had been asked to wait. */
  unasked: boolean
  objects: string[]
  page: string | null
}

export type Truth = Omit<LargeNetwork, 'world'>

export type FromNetwork =
  | { kind: 'ready'; url: string; truth: Truth }
  | { kind: 'moved'; copies: string[] }
  /** Requests that were answered since the last question. */
  | { kind: 'requests'; requests: AnsweredRequest[] }

export type ToNetwork = { kind: 'start'; order: NetworkOrder } | { kind: 'move' } | { kind: 'requests' }

let github: Awaited<ReturnType<typeof startPracticeGitHub>> | undefined
let network: LargeNetwork | undefined
let told = 0

async function take(message: ToNetwork): Promise<FromNetwork> {
  switch (message.kind) {
    case 'start': {
      const { forks, latency, weather, budgets, noSecondaryLimits } = message.order
      network = networkOf(forks, { officialFiles, leak })
      const { world, ...truth } = network
      // Checking every answer against GitHub's description costs more than giving it.
      github = await startPracticeGitHub({
        world,
        latency,
        checkResponses: false,
        limits: {
          codeSearch: 1000,
          search: 1000,
          retryAfterSeconds: 1,
          ...budgets,
          ...(noSecondaryLimits === true ? { restPointsPerMinute: Infinity } : {}),
        },
        ...(weather === undefined ? {} : { weather }),
      })
      return { kind: 'ready', url: github.url, truth }
    }
    case 'move':
      return { kind: 'moved', copies: moveOn() }
    case 'requests': {
      const all = github?.requests.slice(told) ?? []
      told += all.length
      return {
        kind: 'requests',
        requests: all.map(({ status, cost, bucket, overBudget, duringPause, graphql }) => ({
          status,
          cost,
          bucket: bucket ?? '',
          unasked: overBudget || duringPause,
          objects: objectsIn(graphql),
          page: pageIn(graphql) ?? null,
        })),
      }
    }
  }
}

/** Twenty forks are pushed or born, half of them with a copy. Gives the new copies. */
function moveOn(): string[] {
  if (github === undefined || network === undefined) throw new Error('no network was started')
  github.advance(3_600_000 * 24)
  const copies: string[] = []
  const { world } = github
  for (let index = 0; index < 5; index++) {
    world.push(network.clean[index * 7]!, { files: leak, message: 'Add sources' })
    world.push(network.clean[index * 7 + 1]!, { files: { 'NOTES.md': `Note ${index}\n` } })
    world.fork(network.leak, `born-${index}/toolkit`)
    world.fork(network.official, `clean-born-${index}/toolkit`)
    copies.push(network.clean[index * 7]!, `born-${index}/toolkit`)
  }
  return copies
}

process.on('message', (message: ToNetwork) => {
  void take(message).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
