import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Queryable } from '../../db/database.ts'
import { listMatchFiles } from '../../db/queries/matches.ts'
import { listOriginalVersions } from '../../db/queries/original-versions.ts'
import type { Work } from '../../db/queries/works.ts'
import { fileText } from '../core/fingerprint/file-text.ts'
import { gitBlobIdVariants } from '../core/fingerprint/git-blob-id.ts'
import { requireWork } from './find-work.ts'
import { requireMatch } from './show-match.ts'

/** The original and the file found, as they were compared; or why they cannot be shown. */
export type ComparedTexts = { kept: true; original: string; found: string } | { kept: false; reason: string }

/**
 * Both texts behind one file of a match, where they are kept.
 * @throws ClawbackError WORK_UNKNOWN, MATCH_UNKNOWN, CONTENT_MISSING, CONTENT_DAMAGED
 */
export async function readComparedTexts(
  { db, content }: { db: Queryable; content: ContentStore },
  slug: string,
  repository: string,
  wanted: { path: string; blob: string; original: string },
): Promise<ComparedTexts> {
  const work = await requireWork(db, slug)
  if (work.fingerprintsOnly)
    return notKept('Only fingerprints of this work are kept, so no text can be shown.')
  const { match } = await requireMatch(db, work, repository)
  const file = (await listMatchFiles(db, match.id)).find(
    ({ path, blob, original }) =>
      path === wanted.path && blob === wanted.blob && original === wanted.original,
  )
  const versions = await readVersions({ db, content }, work, wanted.original)
  const newest = versions[0]
  if (file === undefined || newest === undefined)
    return notKept('The text of this original is not kept here.')
  if (file.contentId !== null) {
    return {
      kept: true,
      original: newest.toString('utf8'),
      found: textOf(await content.get(file.contentId)),
    }
  }
  // Nothing was fetched for a blob id that only a copy can have: the original is what was found.
  const copied = versions.find((bytes) => gitBlobIdVariants(bytes).has(file.blob))
  if (copied === undefined) return notKept('The text found was not kept. GitHub has it at the commit.')
  return { kept: true, original: copied.toString('utf8'), found: copied.toString('utf8') }
}

function textOf(bytes: Buffer): string {
  return Buffer.from(fileText(bytes) ?? bytes).toString('utf8')
}

/** What an original's path held in each version of the work, the newest first. */
async function readVersions(
  { db, content }: { db: Queryable; content: ContentStore },
  work: Work,
  path: string,
): Promise<Buffer[]> {
  const originals = await listOriginalVersions(db, work.id, path)
  const ids = new Set(originals.flatMap(({ contentId }) => contentId ?? []))
  return await Promise.all([...ids].map((id) => content.get(id)))
}

function notKept(reason: string): ComparedTexts {
  return { kept: false, reason }
}
