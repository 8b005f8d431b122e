/** Larger files are in no index: 384 KB on github.com, 5 MB on an Enterprise Server. */
const largest = 5 * 1024 * 1024
/** Each halving costs two searches of a budget of nine a minute. */
const smallestShare = 1 / 8

/**
 * Two searches that together find what this one does: smaller files and larger ones. GitHub shows the first 1,000
 * results of a search, so one that has more is asked again in halves. Null: it was halved often enough.
 */
export function splitProbe(query: string): [smaller: string, larger: string] | null {
  const [, words, from, to] = /^(.*?)(?: size:(\d+)\.\.(\d+))?$/s.exec(query)!
  const low = Number(from ?? 0)
  const high = Number(to ?? largest)
  // Sizes of files spread over powers of ten, not over bytes.
  const share = (Math.log2(high + 2) - Math.log2(low + 2)) / Math.log2(largest + 2)
  const middle = Math.floor(Math.sqrt((low + 2) * (high + 2))) - 2
  if (share <= smallestShare + 0.01 || middle < low || middle >= high) return null
  return [`${words!} size:${low}..${middle}`, `${words!} size:${middle + 1}..${high}`]
}
