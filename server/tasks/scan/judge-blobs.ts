import { findJudgedBlobs, saveJudgedBlobs } from '../../../db/queries/judgements.ts'
import { languageOfName } from '../../core/fingerprint/language-of.ts'
import { judgedWith } from '../../core/match/judged-with.ts'
import { matchBlobId } from '../../core/match/match-blob-id.ts'
import type { FileMatch } from '../../core/match/types.ts'
import { skipContent } from '../../core/repository/skip-content.ts'
import type { Place } from '../../github/place.ts'
import { asCouldNotTell, type CouldNotTell } from './could-not-tell.ts'
import type { ScanContext } from './scan-context.ts'

/** A file as it was compared. `contentId`: the file as it was fetched, kept as evidence where it matched. */
export interface JudgedBlob {
  match: FileMatch
  contentId: string | null
}

/** A file that may have to be read, and a repository whose own refs lead to it. */
export interface FileToJudge {
  path: string
  blob: string
  bytes: number
  repository: Place
}

/**
 * Under what a judgement is kept: the content, and the language that the file's name says, which decides how it is
 * read. The same blob as `x.css` is nothing and as `x.ts` a copy.
 */
export function judgedAs({ path, blob }: { path: string; blob: string }): string {
  const language = languageOfName(path)
  return language === undefined ? blob : `${blob} ${language.name}`
}

/** Adds a file to those to be judged; a name that stands for no text does not hide the same content under another. */
export function wantFile(wanted: Map<string, FileToJudge>, file: FileToJudge): void {
  const key = judgedAs(file)
  const known = wanted.get(key)
  if (known === undefined || skipContent(known) !== undefined) wanted.set(key, file)
}

/** One transaction and, but for large files, one request. */
const atOnce = 50

/** Judged so far in this scan, by `judgedAs`, in front of the database: what matched, and of the rest that it did not. */
export interface BlobShelf {
  judged: Map<string, JudgedBlob>
}

export const noMatch: FileMatch = { class: 'none', strength: 'none', originals: [] }
const nothingFound: JudgedBlob = { match: noMatch, contentId: null }

export function openBlobShelf(): BlobShelf {
  return { judged: new Map() }
}

/** About 100 bytes each where nothing matched. */
const blobsInMemory = 300_000

/**
 * Sees to it that each of these blobs is judged: exact copies by their id, blobs judged before not again, the rest
 * fetched in batches from whichever repository holds it and compared. Each is read once for everything. Gives what
 * could not be read; files and failures are by `judgedAs`.
 */
export async function judgeBlobs(
  context: ScanContext,
  files: ReadonlyMap<string, FileToJudge>,
): Promise<Map<string, CouldNotTell>> {
  const { db, github, content, index, comparers, work, blobs, progress } = context
  const key = { workId: work.id, indexId: judgedWith(index.indexId) }
  const failures = new Map<string, CouldNotTell>()
  if (blobs.judged.size > blobsInMemory) blobs.judged.clear()

  const unknown = [...files].filter(([as]) => !blobs.judged.has(as))
  const before = await findJudgedBlobs(
    db,
    key,
    unknown.map(([as]) => as),
  )
  for (const [as, result] of before) remember(blobs, as, result as JudgedBlob)
  const wanted: FileToJudge[] = []
  for (const [as, file] of unknown) {
    if (before.has(as)) continue
    const exact = matchBlobId(index, file.blob)
    if (exact !== undefined) blobs.judged.set(as, { match: exact, contentId: null })
    else if (skipContent(file) === undefined) wanted.push(file)
  }

  for (let start = 0; start < wanted.length; start += atOnce) {
    const part = wanted.slice(start, start + atOnce)
    const contents = await github.readBlobs(part)
    const read: { path: string; blob: string; bytes: Uint8Array }[] = []
    for (const { path, blob } of part) {
      const answer = contents.get(blob)
      if (answer?.outcome === 'found') read.push({ path, blob, bytes: answer.value })
      else failures.set(judgedAs({ path, blob }), asCouldNotTell(answer, `${path} could not be read`))
    }
    const compared = await comparers.compare(read)
    const fresh: { blob: string; result: JudgedBlob }[] = []
    for (const [i, { path, blob, bytes }] of read.entries()) {
      const answer = compared[i]
      const as = judgedAs({ path, blob })
      if (answer?.outcome !== 'found') {
        failures.set(as, asCouldNotTell(answer, `${path} could not be compared`))
        continue
      }
      const contentId = answer.value.strength === 'none' ? null : await content.put(bytes)
      fresh.push({ blob: as, result: { match: answer.value, contentId } })
    }
    // What was answered is kept before anything else is asked: a killed scan asks for none of it again.
    await db.tx((tx) => saveJudgedBlobs(tx, key, fresh))
    for (const { blob, result } of fresh) remember(blobs, blob, result)
    progress({ step: 'reading files', done: start + part.length, total: wanted.length })
  }
  return failures
}

function remember({ judged }: BlobShelf, as: string, result: JudgedBlob): void {
  judged.set(as, result.match.originals.length === 0 ? nothingFound : result)
}
