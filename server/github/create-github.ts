import { ClawbackError } from '../errors.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { ask } from './ask.ts'
import type { AnswerCache, AskOptions } from './ask.ts'
import { askGraphql } from './ask-graphql.ts'
import { checkRepositories } from './check-repositories.ts'
import type { Known } from './check-repositories.ts'
import { createClient } from './client.ts'
import type { Edge } from './edge.ts'
import { firstCommitWith } from './first-commit-with.ts'
import type { ForkCheckpoint } from './fork-walk.ts'
import { getRepository } from './get-repository.ts'
import { GITHUB_COURTESY, Lane } from './lane.ts'
import type { Courtesy } from './lane.ts'
import type { Ledger } from './ledger.ts'
import { listForks } from './list-forks.ts'
import { listPushedForks } from './list-pushed-forks.ts'
import type { PushedCheckpoint } from './list-pushed-forks.ts'
import { listHeads } from './list-heads.ts'
import { lookAtRepositories } from './look-at-repositories.ts'
import type { Place } from './place.ts'
import { readBlobs } from './read-blobs.ts'
import type { WantedBlob } from './read-blobs.ts'
import { readForkNews } from './read-fork-news.ts'
import { readFolders } from './read-folders.ts'
import type { WantedFolder } from './read-folders.ts'
import { readTree } from './read-tree.ts'
import { Schedule } from './schedule.ts'
import { searchCode } from './search-code.ts'
import { searchTree } from './search-tree.ts'
import { Wait } from './wait.ts'
import { whoAmI } from './who-am-i.ts'

export interface GitHubOptions {
  /** `https://api.github.com`, or an Enterprise Server's `…/api/v3`. */
  apiUrl: string
  /** One or more; each has its own budget. */
  tokens: readonly string[]
  clock: () => Date
  sleep: (milliseconds: number) => Promise<void>
  /** From 0 up to 1. */
  random: () => number
  ledger: Ledger
  cache?: AnswerCache
  userAgent: string
  /** Milliseconds that one question may wait for budgets, pauses and faults; beyond it is *could not tell*. */
  patience: number
  /** Points a minute; the documented limits, and none for an Enterprise Server, unless told. */
  courtesy?: Courtesy
}

export type GitHub = ReturnType<typeof createGitHub>

/**
 * GitHub as Clawback sees it: reads only, one polite client for each token.
 * @throws ClawbackError GITHUB_TOKEN_MISSING
 */
export function createGitHub(options: GitHubOptions) {
  const edge = createEdge(options)
  return {
    whoAmI: () => whoAmI(edge),
    getRepository: (repository: RepositoryName | number) => getRepository(edge, repository),
    searchTree: (search: { tree: string; page?: number }) => searchTree(edge, search),
    searchCode: (search: { query: string; page?: number }) => searchCode(edge, search),
    listForks: (root: RepositoryName & { id?: number; nodeId?: string | null }, resume?: ForkCheckpoint) =>
      listForks(edge, root, resume),
    readForkNews: (repositories: readonly { id: number; nodeId: string }[]) =>
      readForkNews(edge, repositories),
    listPushedForks: (checkpoint: PushedCheckpoint, since: Date) => listPushedForks(edge, checkpoint, since),
    listHeads: (repository: RepositoryName & { nodeId?: string | null }) => listHeads(edge, repository),
    readTree: (repository: RepositoryName, tree: string) => readTree(edge, repository, tree),
    readFolders: (wanted: readonly WantedFolder[]) => readFolders(edge, wanted),
    readBlobs: (wanted: readonly WantedBlob[]) => readBlobs(edge, wanted),
    lookAtRepositories: (places: readonly Place[]) => lookAtRepositories(edge, places),
    checkRepositories: (repositories: readonly Known[]) => checkRepositories(edge, repositories),
    firstCommitWith: (repository: RepositoryName, file: { path: string; from: string }) =>
      firstCommitWith(edge, repository, file),
  }
}

function createEdge(options: GitHubOptions): Edge {
  const { tokens, clock, sleep, random, ledger, cache, userAgent, patience } = options
  if (tokens.length === 0) {
    throw new ClawbackError(
      'GITHUB_TOKEN_MISSING',
      'There is no token for GitHub, and code search and fork networks need one',
      'Set GITHUB_TOKEN to a token that reads public repositories; it needs no scope.',
    )
  }
  const apiUrl = options.apiUrl.replace(/\/+$/, '')
  const isEnterprise = apiUrl.endsWith('/api/v3')
  const courtesy = options.courtesy ?? (isEnterprise ? NO_LIMITS : GITHUB_COURTESY)
  const lanes = tokens.map((token) => new Lane(createClient({ token, userAgent }), courtesy))
  const wait = () => new Wait({ patience, clock, sleep })
  const asking: AskOptions = {
    apiUrl,
    schedule: new Schedule(lanes, clock),
    ledger,
    cache,
    clock,
    random,
    wait,
  }
  return {
    ask: (question) => ask(asking, question),
    askGraphql: (question) => askGraphql(asking, question),
    clock,
    random,
    wait,
  }
}

/** An Enterprise Server limits nothing unless its administrator says so. */
const NO_LIMITS: Courtesy = { restPerMinute: Infinity, graphqlPerMinute: Infinity }
