/** The command that records a decision about a repository, to paste into a shell. */
export function reviewCommand(slug: string, repository: string): string {
  return `clawback review ${slug} ${shellWord(repository)} --decision infringing --reviewer "…" --reason "…" --fair-use "…"`
}

/** A name as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
