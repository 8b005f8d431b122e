import type { Overreach } from '../../tasks/list-overreach.ts'

/** The command that records a decision about a repository, to paste into a shell. */
export function reviewCommand(slug: string, repository: string): string {
  return `clawback review ${slug} ${shellWord(repository)} --decision infringing --reviewer "…" --reason "…" --fair-use "…"`
}

/** The command that drafts the retraction for what the first notice among these swept. */
export function retractCommand(
  slug: string,
  overreach: readonly Pick<Overreach, 'notice' | 'repository'>[],
): string | null {
  const [first] = overreach
  if (first === undefined) return null
  const only = overreach
    .filter(({ notice }) => notice === first.notice)
    .map(({ repository }) => `--only ${shellWord(repository)}`)
  return `clawback notice draft ${slug} --kind retraction --about ${first.notice} ${only.join(' ')}`
}

/** A name as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
