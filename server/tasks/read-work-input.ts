import type { Official } from '../../db/queries/officials.ts'
import { ClawbackError } from '../errors.ts'
import { readOfficial } from './official-name.ts'

/** What is said about a work when it is added. */
export interface WorkInput {
  title: string
  owner: string
  slug?: string
  /** ISO 8601 */
  leakedAt?: string
  official: string[]
}

export interface WorkHead {
  title: string
  owner: string
  slug: string
  leakedAt: Date | null
  official: Official[]
}

/**
 * Reads what is said about a work, before anything of it is read.
 * @throws ClawbackError TITLE_MISSING, OWNER_MISSING, SLUG_INVALID, LEAKED_AT_INVALID, OFFICIAL_INVALID
 */
export function readWorkInput(input: WorkInput): WorkHead {
  const title = readWords(
    input.title,
    'TITLE_MISSING',
    'The work has no title',
    'Give it the name that a notice will use.',
  )
  const owner = readWords(
    input.owner,
    'OWNER_MISSING',
    'The work has no owner',
    'Name whoever holds the copyright.',
  )
  return {
    title,
    owner,
    slug: readSlug(input.slug ?? slugOf(title)),
    leakedAt: readLeakedAt(input.leakedAt),
    official: input.official.map(readOfficial),
  }
}

function readWords(text: string, code: string, message: string, fix: string): string {
  const words = text.trim()
  if (words === '') throw new ClawbackError(code, message, fix)
  return words
}

function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
}

/** `/works/new` is a page of its own. */
const taken = new Set(['new'])

function readSlug(slug: string): string {
  if (taken.has(slug)) {
    throw new ClawbackError(
      'SLUG_INVALID',
      `"${slug}" is a word of the pages and cannot be a short name`,
      'Give another --slug, in lower-case letters, digits and hyphens.',
    )
  }
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) return slug
  throw new ClawbackError(
    'SLUG_INVALID',
    `"${slug}" is not a slug`,
    'Give --slug in lower-case letters, digits and hyphens, at most 63.',
  )
}

function readLeakedAt(text: string | undefined): Date | null {
  if (text === undefined) return null
  const time = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(time.getTime())) return time
  throw new ClawbackError(
    'LEAKED_AT_INVALID',
    `"${text}" is not an ISO 8601 time`,
    'Give --leaked-at like 2026-03-31 or 2026-03-31T09:30:00Z.',
  )
}
