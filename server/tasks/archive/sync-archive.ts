import { createHash } from 'node:crypto'
import type { Database } from '../../../db/database.ts'
import {
  linkPublished,
  type OwnNotice,
  type PublishedLink,
  type PublishedText,
} from '../../core/notice/read/link-published.ts'
import { accountsOf, mentionsAny } from '../../core/notice/read/mentions-any.ts'
import { readFileName } from '../../core/notice/read/read-file-name.ts'
import { readPublishedNotice } from '../../core/notice/read/read-published-notice.ts'
import { readNoticeArchive } from '../../sources/read-notice-archive.ts'
import type { SourceLimits } from '../../sources/source-limits.ts'
import type { Progress } from '../progress.ts'
import { keepLink, linkKey, readKnownLinks, type LinkedNotice } from './archive-links.ts'
import { readKnownNames } from './known-names.ts'

export interface ArchiveSync {
  /** Published notices looked at. */
  read: number
  skipped: { path: string; reason: string }[]
  linked: LinkedNotice[]
}

export interface SyncApp {
  db: Database
  actor: string
  sources: { limits: SourceLimits; environment: NodeJS.Dict<string> }
}

/**
 * Looks through a copy of github/dmca for what is about us. Each finding is an event once, however often it is run;
 * where one of our notices was published is kept with the notice. Nothing is asked of anyone.
 * @throws ClawbackError SOURCE_NOT_FOUND, SOURCE_INVALID, GIT_FAILED, PROGRAM_NOT_FOUND
 */
export async function syncArchive(app: SyncApp, folder: string, progress: Progress): Promise<ArchiveSync> {
  const { own, matches } = await readKnownNames(app.db)
  const accounts = accountsOf([...own, ...matches].flatMap(({ names }) => [...names]))
  const told = new Set(own.flatMap(({ publishedPath }) => publishedPath ?? []))
  const published = new Map<string, PublishedText & { sha256: string }>()
  const skipped: ArchiveSync['skipped'] = []
  let read = 0
  for await (const entry of readNoticeArchive(folder, app.sources)) {
    if (entry.kind === 'skipped') {
      skipped.push({ path: entry.path, reason: entry.reason })
      continue
    }
    if (entry.bytes.includes(0) || entry.bytes.toString('latin1', 0, 5) === '%PDF-') {
      skipped.push({ path: entry.path, reason: 'not a text' })
      continue
    }
    read++
    const text = entry.bytes.toString('utf8')
    const { kind } = readFileName(entry.path)
    // Answers to notices are few and may name nothing but a file of the archive.
    if (kind !== 'takedown' || told.has(entry.path) || mentionsAny(text, accounts)) {
      const sha256 = createHash('sha256').update(entry.bytes).digest('hex')
      published.set(entry.path, { notice: readPublishedNotice(entry.path, text), text, sha256 })
    }
    if (read % 500 === 0) progress({ step: 'reading published notices', done: read })
  }
  const known = await readKnownLinks(app.db)
  const linked: LinkedNotice[] = []
  for (const link of linkPublished([...published.values()], own, matches)) {
    const { notice, sha256 } = published.get(link.path)!
    const basis = known.get(linkKey(link))
    const found = {
      ...describe(link, notice, own),
      new: basis === undefined,
      ...(basis === undefined ? {} : { basis }),
    }
    if (found.new) await keepLink(app, found, sha256)
    linked.push(found)
  }
  return { read, skipped, linked }
}

function describe(
  link: PublishedLink,
  published: PublishedText['notice'],
  own: readonly OwnNotice[],
): Omit<LinkedNotice, 'new'> {
  const mine = link.kind === 'ours' ? own.find(({ id }) => id === link.notice) : undefined
  return {
    ...link,
    url: `https://github.com/github/dmca/blob/master/${link.path.split('/').map(encodeURIComponent).join('/')}`,
    notPublished: mine?.sentNames.filter((name) => !published.repositories.includes(name)).sort() ?? [],
    hasInvalid: published.hasInvalid,
    preprocessingOpportunity: published.preprocessingOpportunity,
    networks: published.extra.networks,
  }
}
