import { createGitHub } from '../../../server/github/create-github.ts'
import type { GitHub, GitHubOptions } from '../../../server/github/create-github.ts'
import type { LedgerEntry } from '../../../server/github/ledger.ts'
import type { Place } from '../../../server/github/place.ts'
import type { WantedBlob } from '../../../server/github/read-blobs.ts'
import { startPracticeGitHub } from '../../practice-github/start.ts'
import type { PracticeGitHub, PracticeOptions } from '../../practice-github/start.ts'

export interface Practice {
  github: GitHub
  practice: PracticeGitHub
  ledger: LedgerEntry[]
  /** Milliseconds of every wait, in order. */
  waits: number[]
  /** Another client of the same GitHub, on the same clock. */
  connect: (options?: Partial<GitHubOptions>) => GitHub
}

const START = new Date('2026-06-10T09:00:00Z')

/**
 * A practice GitHub and a client of it on one clock that stands still unless someone waits: an hour's wait takes no
 * time, and every wait can be looked at.
 */
export async function openPractice(
  options: PracticeOptions,
  client: Partial<GitHubOptions> = {},
): Promise<Practice & { close: () => Promise<void> }> {
  const practice = await startPracticeGitHub({ clock: () => START, ...options })
  const ledger: LedgerEntry[] = []
  const waits: number[] = []
  const connect = (more: Partial<GitHubOptions> = {}) =>
    createGitHub({
      apiUrl: practice.url,
      tokens: ['practice'],
      clock: practice.now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds)
        const until = practice.now().getTime() + milliseconds
        // Those who wait at the same time wait for the same time.
        await Promise.resolve()
        practice.advance(Math.max(0, until - practice.now().getTime()))
      },
      random: () => 0.5,
      ledger: (entry) => ledger.push(entry),
      userAgent: 'clawback-test',
      patience: 2 * 3_600_000,
      ...client,
      ...more,
    })
  return { github: connect(), practice, ledger, waits, connect, close: practice.close }
}

/** Everything that a generator gives. */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of from) all.push(item)
  return all
}

/** The value of an answer; a test that needs one has failed without it. */
export function valueOf<T>(answer: { outcome: 'found'; value: T } | { outcome: string } | undefined): T {
  if (answer !== undefined && 'value' in answer) return answer.value
  throw new Error(`no value in ${JSON.stringify(answer)}`)
}

/** Files to be read in one repository. */
export function inRepository(
  repository: Place,
  wanted: readonly { blob: string; bytes: number }[],
): WantedBlob[] {
  return wanted.map(({ blob, bytes }) => ({ blob, bytes, repository }))
}
