import type { FoundLink } from './find-links.ts'
import { readAnnotations } from './read-annotations.ts'
import type { NetworkNote } from './read-annotations.ts'
import { readClaims } from './read-claims.ts'
import { readFileName } from './read-file-name.ts'
import type { NoticeFileName } from './read-file-name.ts'
import { answerTo, readNoticeText } from './read-notice-text.ts'
import type { NoticeText } from './read-notice-text.ts'
import { readScope } from './read-scope.ts'
import { readYesNo } from './read-yes-no.ts'
import { findStatements } from './statements.ts'
import type { Statements } from './statements.ts'

/** A notice as published in github/dmca. Repositories are `owner/name`, lower case, sorted, each once. */
export interface PublishedNotice {
  path: string
  kind: NoticeFileName['kind']
  subkind: NoticeFileName['subkind']
  date: string | null
  /** Claimed as infringing, forks included; in a counter notice disputed; in a retraction given back. */
  repositories: string[]
  forks: string[]
  /** The first network that GitHub says it processed as a whole. */
  networkSize: number | null
  networkReason: NetworkNote['reason'] | null
  hasInvalid: boolean
  preprocessingOpportunity: boolean
  entireRepository: boolean | null
  statements: Statements
  antiCircumvention: boolean | null
  openSourceLicensed: boolean | null
  extra: PublishedExtra
}

export interface PublishedExtra {
  networks: NetworkNote[]
  /** Repositories that a retraction leaves disabled. */
  exceptRepositories: string[]
  /** Paths of other notices that this one speaks of. */
  refersTo: string[]
  /** Addresses of single files and folders that are claimed. */
  files: string[]
  gists: string[]
  pages: string[]
  packages: string[]
  owners: string[]
  platform: string | null
  ticket: string | null
  solution: string | null
  circumventionNotFound: boolean
  dateSuspect: boolean
}

/** Reads one file of github/dmca: forms of every year, letters, counter notices, retractions, and GitHub's notes. */
export function readPublishedNotice(path: string, text: string): PublishedNotice {
  const name = readFileName(path)
  const notice = readNoticeText(text)
  const annotations = readAnnotations(notice.annotations)
  const claims = readClaims(notice, name.kind)
  return {
    path,
    kind: name.kind,
    subkind: name.subkind,
    date: name.date,
    repositories: repositoriesOf(claims.links),
    forks: repositoriesOf(claims.forks),
    networkSize: annotations.networks[0]?.size ?? null,
    networkReason: annotations.networks[0]?.reason ?? null,
    hasInvalid: text.includes('[invalid]'),
    preprocessingOpportunity: annotations.preprocessingOpportunity,
    entireRepository: readScope(notice, name.kind, claims.listed),
    statements: readStatements(notice),
    antiCircumvention: readCircumvention(notice, name.kind),
    openSourceLicensed: readLicensed(notice, name.kind),
    extra: {
      networks: annotations.networks,
      exceptRepositories: repositoriesOf(claims.kept),
      refersTo: noticesIn(notice.submitted),
      files: claims.links.filter((link) => link.kind === 'repository' && link.deeper).map(({ url }) => url),
      gists: urlsOf(claims.links, 'gist'),
      pages: urlsOf(claims.links, 'pages'),
      packages: urlsOf(claims.links, 'npm'),
      owners: urlsOf(claims.links, 'owner'),
      platform: answerTo(notice, 'platform') ?? null,
      ticket: /\d{7}/.exec(answerTo(notice, 'ticket') ?? '')?.[0] ?? null,
      solution: answerTo(notice, 'solution') ?? null,
      circumventionNotFound: annotations.circumventionNotFound,
      dateSuspect: name.dateSuspect,
    },
  }
}

function repositoriesOf(links: readonly FoundLink[]): string[] {
  const names = links.flatMap((link) =>
    link.kind === 'repository' ? [`${link.owner}/${link.name}`.toLowerCase()] : [],
  )
  return [...new Set(names)].sort()
}

function urlsOf(links: readonly FoundLink[], kind: FoundLink['kind']): string[] {
  return [...new Set(links.filter((link) => link.kind === kind).map(({ url }) => url))]
}

/** Paths like `2026/03/2026-03-31-name.md`, from links to github/dmca. */
function noticesIn(text: string): string[] {
  const links = text.matchAll(
    /github\.com\/github\/dmca\/(?:blob|tree|raw)\/[^/\s]+\/([^\s)\]>"'?#]+\.(?:md|markdown|pdf))/gi,
  )
  return [...new Set([...links].map(([, path = '']) => path))]
}

/** In the forms until 2019 the guide was confirmed by an answer; since then a line that is there is a tick. */
function readStatements(notice: NoticeText): Statements {
  const statements = findStatements(notice.submitted)
  const confirmed = notice.answers.find(({ id }) => id === 'confirmGuide')
  const ticked = confirmed !== undefined && !/https?:|:$/.test(confirmed.question.trim())
  const answered = confirmed !== undefined && confirmed.answer !== '' && readYesNo(confirmed.answer) !== false
  return { ...statements, guide: statements.guide || ticked || answered }
}

/** The form's yes or no; a letter claims it by citing the law. */
function readCircumvention(notice: NoticeText, kind: NoticeFileName['kind']): boolean | null {
  if (kind !== 'takedown') return null
  const answer = answerTo(notice, 'measures')
  if (answer !== undefined) return readYesNo(answer)
  const claimed = /(?:§+|sections?|u\.?s\.?c\.?) ?§* ?1201\b|\b1201\([ab]\)|anti-?circumvention/i
  return !notice.isForm && claimed.test(notice.submitted) ? true : null
}

function readLicensed(notice: NoticeText, kind: NoticeFileName['kind']): boolean | null {
  const answer = kind === 'takedown' ? answerTo(notice, 'openSource') : undefined
  return answer === undefined || answer === '' ? null : readYesNo(answer)
}
