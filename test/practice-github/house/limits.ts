/** What this GitHub allows. The defaults are the real one's, as documented in 2026. */
export interface Limits {
  /** Requests an hour. */
  core: number
  /** Points an hour. */
  graphql: number
  /** Requests a minute. */
  search: number
  codeSearch: number
  /** Requests an hour without a token. */
  anonymous: number
  /** The status of an exceeded limit: GitHub uses both. */
  exceededStatus: 403 | 429
  /** The type of the error in GraphQL: both were seen. */
  graphqlExceeded: 'RATE_LIMITED' | 'RATE_LIMIT'
  /** Secondary limits. */
  concurrency: number
  restPointsPerMinute: number
  graphqlPointsPerMinute: number
  retryAfterSeconds: number
  /** Recursive trees are cut here. */
  treeEntries: number
  treeBytes: number
  blobBytes: number
  contentsBytes: number
  contentsEntries: number
  /** Text of a blob over GraphQL is cut here. */
  graphqlTextBytes: number
  /** Nodes one GraphQL call may ask for. */
  graphqlNodes: number
  /** Nodes one GraphQL call may touch before it ends in time, with a 502. */
  graphqlNodesInTime: number
  /** Nodes one GraphQL call may touch before the rest of it is refused: RESOURCE_LIMITS_EXCEEDED beside partial data. */
  graphqlNodesInResources: number
  /** Fields at the query's root (aliases) before it ends in a 502. */
  graphqlRootFields: number
  searchResults: number
  searchRepositories: number
  codeSearchFileBytes: number
  /** How GraphQL shows a disabled repository, `unseen` as any other: nobody published what the real one does. */
  graphqlDisabled: 'object' | 'null' | 'unseen'
  /** Events show this late: from 30 s to 6 h. */
  eventDelaySeconds: number
}

export const GITHUB_LIMITS: Limits = {
  core: 5000,
  graphql: 5000,
  search: 30,
  codeSearch: 9,
  anonymous: 60,
  exceededStatus: 403,
  graphqlExceeded: 'RATE_LIMITED',
  concurrency: 100,
  restPointsPerMinute: 900,
  graphqlPointsPerMinute: 2000,
  retryAfterSeconds: 60,
  treeEntries: 100_000,
  treeBytes: 7 * 1024 * 1024,
  blobBytes: 100 * 1024 * 1024,
  contentsBytes: 1024 * 1024,
  contentsEntries: 1000,
  graphqlTextBytes: 512_000,
  graphqlNodes: 500_000,
  graphqlNodesInTime: 100_000,
  graphqlNodesInResources: 50_000,
  graphqlRootFields: 100,
  searchResults: 1000,
  searchRepositories: 4000,
  codeSearchFileBytes: 384 * 1024,
  graphqlDisabled: 'object',
  eventDelaySeconds: 30,
}
