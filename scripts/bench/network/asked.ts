/** What the practice GitHub logs of a GraphQL request. */
export interface AskedGraphql {
  query: string
  variables: Record<string, unknown>
}

/** Ids of folders and files that one request asked for. */
export function objectsIn(graphql: AskedGraphql | undefined): string[] {
  return [...(graphql?.query ?? '').matchAll(/object\(oid: "(\w+)"\)/g)].map(([, id]) => id!)
}

/** Where the page of forks began that one request asked for; undefined where it asked for something else. */
export function pageIn(graphql: AskedGraphql | undefined): string | undefined {
  if (graphql?.query.includes('$after') !== true) return undefined
  const { id, after } = graphql.variables
  return pageKey(String(id), typeof after === 'string' ? after : null)
}

export function pageKey(nodeId: string, after: string | null): string {
  return `${nodeId} ${after ?? 'first'}`
}
