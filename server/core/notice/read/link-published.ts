import type { PublishedNotice } from './read-published-notice.ts'
import { shareOfWords } from './share-of-words.ts'

/** A takedown of ours that was sent. */
export interface OwnNotice {
  id: string
  work: string
  /** ISO date. */
  sentOn: string
  /** `owner/name` in lower case, of each repository as the notice names it. */
  sentNames: readonly string[]
  /** And under every name that it was seen with. */
  names: ReadonlySet<string>
  /** What the notice says of the work and of who complains: most of it survives publication. */
  words: string
  /** `2026/03/2026-03-31-acme.md` where that is known, as GitHub's blocks tell it. */
  publishedPath: string | null
}

/** What a work's matches are called, `owner/name` in lower case. */
export interface KnownMatches {
  work: string
  names: ReadonlySet<string>
}

export type LinkKind = 'ours' | 'counter-notice' | 'retraction' | 'reversal' | 'legal-action' | 'other-notice'

/** A published file that is about us, and why it is thought to be. */
export interface PublishedLink {
  path: string
  kind: LinkKind
  date: string | null
  work: string
  /** The notice of ours that it is, or that it is about; null: it only names matches. */
  notice: string | null
  /** Of what it names, what is ours to know. */
  repositories: string[]
  basis: string
}

export interface PublishedText {
  notice: PublishedNotice
  text: string
}

/**
 * What of the archive is about us. A published takedown is ours where that is known, or where it names
 * nothing but what one of ours names, was published after that was sent, and holds its words: another claimant may
 * name the same repository on the same day. What is about a published notice links to it, or names what it names.
 */
export function linkPublished(
  published: readonly PublishedText[],
  own: readonly OwnNotice[],
  matches: readonly KnownMatches[],
): PublishedLink[] {
  const takedowns = published.filter(({ notice }) => notice.kind === 'takedown')
  const ours = findOurs(takedowns, own)
  const links: PublishedLink[] = []
  for (const { notice } of published) {
    const found = ours.get(notice.path)
    if (found !== undefined) links.push(found)
    else if (notice.kind === 'takedown') links.push(...linkOther(notice, matches))
    else links.push(...linkAnswer(notice, own, ours))
  }
  return links
}

/** The best file for each of our notices, and each file for one of them. */
function findOurs(
  takedowns: readonly PublishedText[],
  own: readonly OwnNotice[],
): Map<string, PublishedLink> {
  const pairs = own.flatMap((mine) =>
    takedowns.flatMap(({ notice, text }) => {
      const told = mine.publishedPath !== null && fileName(mine.publishedPath) === fileName(notice.path)
      if (!told && !couldBe(notice, mine)) return []
      const share = shareOfWords(mine.words, text)
      if (!told && share < leastShare) return []
      const basis = told
        ? 'known as the place where the notice was published'
        : `names what the notice names, and holds ${Math.round(share * 100)} % of its words`
      const named = notice.repositories.filter((name) => mine.names.has(name))
      return [{ mine, notice, basis, rank: (told ? 1e6 : 0) + named.length + share }]
    }),
  )
  const found = new Map<string, PublishedLink>()
  const placed = new Set<string>()
  for (const { mine, notice, basis } of pairs.sort((a, b) => b.rank - a.rank)) {
    if (placed.has(mine.id) || found.has(notice.path)) continue
    placed.add(mine.id)
    found.set(notice.path, linkOf(notice, 'ours', mine.work, mine.id, mine.names, basis))
  }
  return found
}

/** Redaction and GitHub's own notes change a text; half of its words in order are still nobody else's. */
const leastShare = 0.5

function couldBe(notice: PublishedNotice, mine: OwnNotice): boolean {
  return (
    notice.repositories.length > 0 &&
    notice.repositories.every((name) => mine.names.has(name)) &&
    (notice.date === null || notice.date >= dayBefore(mine.sentOn))
  )
}

/** A counter notice, retraction, reversal or legal action about one of ours. */
function linkAnswer(
  notice: PublishedNotice,
  own: readonly OwnNotice[],
  ours: ReadonlyMap<string, PublishedLink>,
): PublishedLink[] {
  const kind = answerKind(notice)
  const refers = new Set(notice.extra.refersTo.map(fileName))
  return own.flatMap((mine) => {
    const published = [...ours.values()].find((link) => link.notice === mine.id)?.path ?? mine.publishedPath
    const linked = published !== null && refers.has(fileName(published))
    const named = [...notice.repositories, ...notice.extra.exceptRepositories].filter((name) =>
      mine.names.has(name),
    )
    const since = notice.date === null || notice.date >= dayBefore(mine.sentOn)
    if (!linked && (named.length === 0 || !since)) return []
    const basis = linked ? 'links to the published notice' : 'names what the notice names, after it was sent'
    return [linkOf(notice, kind, mine.work, mine.id, mine.names, basis)]
  })
}

function answerKind({ kind, subkind }: PublishedNotice): LinkKind {
  if (kind === 'counter') return 'counter-notice'
  if (subkind === 'retraction' || subkind === 'counternotice-retraction') return 'retraction'
  return subkind === 'legal-action' ? 'legal-action' : 'reversal'
}

function linkOther(notice: PublishedNotice, matches: readonly KnownMatches[]): PublishedLink[] {
  return matches.flatMap(({ work, names }) =>
    notice.repositories.some((name) => names.has(name))
      ? [linkOf(notice, 'other-notice', work, null, names, 'names matches')]
      : [],
  )
}

function linkOf(
  notice: PublishedNotice,
  kind: LinkKind,
  work: string,
  id: string | null,
  names: ReadonlySet<string>,
  basis: string,
): PublishedLink {
  const repositories = [...notice.repositories, ...notice.extra.exceptRepositories].filter((name) =>
    names.has(name),
  )
  return {
    path: notice.path,
    kind,
    date: notice.date,
    work,
    notice: id,
    repositories: [...new Set(repositories)].sort(),
    basis,
  }
}

/** GitHub moves files to mend a date or a folder; the name stays. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

/** A file bears GitHub's day, which may still be the one before ours. */
function dayBefore(date: string): string {
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
