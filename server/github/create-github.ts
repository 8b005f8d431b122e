import type { RepositoryName } from '../core/repository/types.ts'
import { ask } from './ask.ts'
import type { AnswerCache, AskOptions } from './ask.ts'
import { askGraphql } from './ask-graphql.ts'
import { checkRepositories } from './check-repositories.ts'
import type { Known } from './check-repositories.ts'
import type { Edge } from './edge.ts'
import { firstCommitWith } from './first-commit-with.ts'
import type { ForkCheckpoint } from './fork-walk.ts'
import { getRepository } from './get-repository.ts'
import { listForks } from './list-forks.ts'
import { listPushedForks } from './list-pushed-forks.ts'
import type { PushedCheckpoint } from './list-pushed-forks.ts'
import { listHeads } from './list-heads.ts'
import { listOwned } from './list-owned.ts'
import { lookAtRepositories } from './look-at-repositories.ts'
import type { Place } from './place.ts'
import { createPasses } from './passes.ts'
import type { Pass, PassOptions } from './passes.ts'
import { readAttachments } from './read-attachments.ts'
import { readBlobs } from './read-blobs.ts'
import type { WantedBlob } from './read-blobs.ts'
import { readForkNews } from './read-fork-news.ts'
import { readFolders } from './read-folders.ts'
import type { WantedFolder } from './read-folders.ts'
import { readGist } from './read-gist.ts'
import { readTree } from './read-tree.ts'
import { Schedule } from './schedule.ts'
import type { Watch } from './schedule.ts'
import { searchCode } from './search-code.ts'
import { searchCommits } from './search-commits.ts'
import { searchRepositories } from './search-repositories.ts'
import { tellBudgets } from './tell-budgets.ts'
import { Wait } from './wait.ts'
import { whoAmI } from './who-am-i.ts'
import { whoIsEach } from './who-is-each.ts'

export interface GitHubOptions extends PassOptions {
  /** `https://api.github.com`, or an Enterprise Server's `…/api/v3`. */
  apiUrl: string
  sleep: (milliseconds: number) => Promise<void>
  /** Who may stop the requests, and who is told that they wait. */
  watch?: Watch
  /** From 0 up to 1. */
  random: () => number
  cache?: AnswerCache
  /** Milliseconds that one question may wait for budgets, pauses and faults; beyond it is *could not tell*. */
  patience: number
}

export type GitHub = ReturnType<typeof createGitHub>

/**
 * GitHub as Clawback sees it: reads only, one polite client for each token.
 * @throws ClawbackError GITHUB_TOKEN_MISSING, GITHUB_TOKEN_INVALID
 */
export function createGitHub(given: GitHubOptions) {
  const options = { ...given, apiUrl: given.apiUrl.replace(/\/+$/, '') }
  const passes = createPasses(options)
  const edge = createEdge(options, passes)
  const asApp = passes.every(({ isApp }) => isApp)
  return {
    whoAmI: () => whoAmI(edge, { asApp }),
    whoIsEach: () => whoIsEach(passes, (pass) => createEdge(options, [pass])),
    budgets: () => tellBudgets(passes, options.clock()),
    getRepository: (repository: RepositoryName | number) => getRepository(edge, repository),
    searchCommits: (search: { by: 'tree' | 'hash'; id: string; page?: number }) =>
      searchCommits(edge, search),
    searchRepositories: (search: { query: string; page?: number }) => searchRepositories(edge, search),
    listOwned: (owners: readonly string[]) => listOwned(edge, owners),
    searchCode: (search: { query: string; page?: number }) => searchCode(edge, search),
    listForks: (root: RepositoryName & { id?: number; nodeId?: string | null }, resume?: ForkCheckpoint) =>
      listForks(edge, root, resume),
    readForkNews: (repositories: readonly { id: number; nodeId: string }[]) =>
      readForkNews(edge, repositories),
    listPushedForks: (checkpoint: PushedCheckpoint, since: Date) => listPushedForks(edge, checkpoint, since),
    listHeads: (repository: RepositoryName & { nodeId?: string | null }) => listHeads(edge, repository),
    readGist: (id: string) => readGist(edge, id),
    readTree: (repository: RepositoryName, tree: string) => readTree(edge, repository, tree),
    readFolders: (wanted: readonly WantedFolder[]) => readFolders(edge, wanted),
    readBlobs: (wanted: readonly WantedBlob[]) => readBlobs(edge, wanted),
    lookAtRepositories: (places: readonly Place[]) => lookAtRepositories(edge, places),
    readAttachments: (places: readonly Place[]) => readAttachments(edge, places),
    checkRepositories: (repositories: readonly Known[]) => checkRepositories(edge, repositories),
    firstCommitWith: (repository: RepositoryName, file: { path: string; from: string }) =>
      firstCommitWith(edge, repository, file),
  }
}

function createEdge(options: GitHubOptions, passes: readonly Pass[]): Edge {
  const { apiUrl, clock, sleep, random, ledger, cache, patience, watch } = options
  const wait = () => new Wait({ patience, clock, sleep })
  const asking: AskOptions = {
    apiUrl,
    schedule: new Schedule(
      passes.map(({ lane }) => lane),
      clock,
      watch,
    ),
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
