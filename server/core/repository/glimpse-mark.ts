/** What GraphQL shows of a repository that matters for its availability; null when it shows none. */
export interface Glimpsed {
  owner: string
  name: string
  disabled: boolean
  pushedAt: Date | null
  /** The commit at the default branch. */
  head: string | null
  branches: number
  tags: number
}

/**
 * One line for all of it. While GraphQL shows the same as when REST last gave its answer, REST need not be asked
 * again: that spares thousands of requests.
 */
export function markGlimpse(glimpse: Glimpsed | null): string {
  if (glimpse === null) return 'not shown'
  const { owner, name, disabled, pushedAt, head, branches, tags } = glimpse
  return [
    `${owner}/${name}`,
    disabled ? 'disabled' : 'shown',
    pushedAt?.toISOString() ?? 'never pushed',
    head ?? 'empty',
    `${branches} branches`,
    `${tags} tags`,
  ].join(' ')
}
