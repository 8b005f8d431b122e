/**
 * The query as it goes to the search engine. A fork with more stars than its parent is in the index, and shown only
 * when it is asked for (docs.github.com, "Searching in forks").
 */
export function asSent(query: string): string {
  return `${query} fork:true`
}
