const word = /[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?/g

/** The accounts of repositories (`owner/name`), as `mentionsAny` looks for them. */
export function accountsOf(repositories: Iterable<string>): Set<string> {
  return new Set(
    [...repositories].flatMap((name) => name.slice(0, name.indexOf('/')).toLowerCase().match(word) ?? []),
  )
}

/**
 * A quick look whether a published text could name one of these accounts, before it is read with care: whether one
 * of them stands in it as a word once what hides inside words is taken away.
 */
export function mentionsAny(text: string, accounts: ReadonlySet<string>): boolean {
  const plain = text.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD*\\]/g, '').toLowerCase()
  // Entities can stand for any letter.
  if (plain.includes('&#')) return true
  for (const [each] of plain.matchAll(word)) if (accounts.has(each)) return true
  return false
}
