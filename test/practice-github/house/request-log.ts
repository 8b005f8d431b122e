/** One request as it came in and what became of it. */
export interface LoggedRequest {
  method: string
  /** Without the query. */
  path: string
  query: string
  bucket: string | undefined
  /** 0: the connection was ended without an answer. */
  status: number
  notModified: boolean
  /** What it took from its bucket. */
  cost: number
  /** It came although nothing of its bucket was left: a client that reads the headers sends none of these. */
  overBudget: boolean
  /** It came while its token had been asked to wait, after there was time to hear so. */
  duringPause: boolean
  viewer: string | undefined
  at: Date
  /** The document and its variables, for GraphQL. */
  graphql?: { query: string; variables: Record<string, unknown> }
}
