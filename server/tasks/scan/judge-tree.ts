import {
  findJudgedBlobs,
  findJudgedTree,
  saveJudgedBlobs,
  saveJudgedTree,
} from '../../../db/queries/scans.ts'
import { compareFile } from '../../core/match/compare-file.ts'
import { judgeRepository, type RepositoryJudgement } from '../../core/match/judge-repository.ts'
import type { FileMatch } from '../../core/match/types.ts'
import { withoutOriginals } from '../../core/match/without-originals.ts'
import { matchBlobId } from '../../core/match/match-blob-id.ts'
import type { RepositoryName } from '../../core/repository/types.ts'
import { skipContent } from '../../core/repository/skip-content.ts'
import type { TreeEntry } from '../../github/read-tree.ts'
import { judgementKey } from './public-code.ts'
import type { ScanContext } from './scan-context.ts'

/** A file of a judged tree that is like an original. `contentId`: the file as it was fetched, kept as evidence. */
export interface JudgedFile {
  path: string
  blob: string
  match: FileMatch
  contentId: string | null
}

export interface TreeJudgement {
  tree: string
  judgement: RepositoryJudgement
  files: JudgedFile[]
  /** Files that were not looked into, with the reason: images, archives, very large ones. */
  notCompared: { path: string; reason: string }[]
}

export interface CouldNotTell {
  outcome: 'could-not-tell'
  reason: string
  retryAt: Date | null
}

export type TreeAnswer = { outcome: 'judged'; value: TreeJudgement } | CouldNotTell

interface JudgedBlob {
  match: FileMatch
  contentId: string | null
}

/**
 * Judges one root tree, reached from one of the repository's own refs. Every blob id is looked up first: exact
 * copies, blobs judged before and what official repositories publish need no request. The rest is fetched in
 * batches. A tree is judged once for all the repositories that share it, and only a whole judgement is kept.
 */
export async function judgeTree(
  context: ScanContext,
  repository: RepositoryName,
  tree: string,
): Promise<TreeAnswer> {
  const key = { workId: context.work.id, indexId: judgementKey(context.index.indexId, context.publicCode) }
  const known = await findJudgedTree(context.db, key, tree)
  if (known !== undefined) return { outcome: 'judged', value: known as TreeJudgement }

  const listing = await readBlobEntries(context, repository, tree)
  if (listing.outcome === 'could-not-tell') return listing
  const answer = await judgeEntries(context, repository, tree, listing.value)
  if (answer.outcome === 'judged') await context.db.tx((tx) => saveJudgedTree(tx, key, tree, answer.value))
  return answer
}

/** The files of a root tree that a ref of the repository points at. */
export async function readBlobEntries(
  { github }: ScanContext,
  repository: RepositoryName,
  tree: string,
): Promise<{ outcome: 'found'; value: TreeEntry[] } | CouldNotTell> {
  const listing = await github.readTree(repository, tree)
  if (listing.outcome === 'could-not-tell') return listing
  if (listing.outcome === 'not-found') {
    const reason = `tree ${tree} of ${repository.owner}/${repository.name} was not there`
    return { outcome: 'could-not-tell', reason, retryAt: null }
  }
  return { outcome: 'found', value: listing.value.entries.filter((entry) => entry.type === 'blob') }
}

/** Judges the files of a tree; the caller decides whether the judgement is kept. */
export async function judgeEntries(
  context: ScanContext,
  repository: RepositoryName,
  tree: string,
  blobs: readonly TreeEntry[],
): Promise<TreeAnswer> {
  const judged = await judgeBlobs(context, repository, blobs)
  if (judged.outcome === 'could-not-tell') return judged

  const { publicCode } = context
  const files = blobs
    .filter((entry) => !publicCode.blobs.has(entry.blob))
    .map((entry) => ({ entry, judged: judged.value.blobs.get(entry.blob) }))
    .map(({ entry, judged: one }) => ({
      path: entry.path,
      blob: entry.blob,
      bytes: entry.bytes,
      match: one === undefined ? nothing : withoutOriginals(one.match, publicCode.originals),
      contentId: one?.contentId ?? null,
    }))
  const { claimedOriginals, claimedBytes } = context.index
  const value: TreeJudgement = {
    tree,
    judgement: judgeRepository({
      files: [
        ...files,
        ...blobs
          .filter((entry) => publicCode.blobs.has(entry.blob))
          .map((entry) => ({ ...entry, match: nothing })),
      ],
      work: { claimedOriginals, claimedBytes },
    }),
    files: files
      .filter((file) => file.match.strength !== 'none')
      .map(({ path, blob, match, contentId }) => ({ path, blob, match, contentId })),
    notCompared: judged.value.notCompared,
  }
  return { outcome: 'judged', value }
}

const nothing: FileMatch = { class: 'none', strength: 'none', originals: [] }

async function judgeBlobs(
  context: ScanContext,
  repository: RepositoryName,
  entries: readonly TreeEntry[],
): Promise<
  | { outcome: 'found'; value: { blobs: Map<string, JudgedBlob>; notCompared: TreeJudgement['notCompared'] } }
  | CouldNotTell
> {
  const key = { workId: context.work.id, indexId: context.index.indexId }
  const candidates = new Map<string, TreeEntry>()
  for (const entry of entries)
    if (!context.publicCode.blobs.has(entry.blob)) candidates.set(entry.blob, entry)
  const blobs = (await findJudgedBlobs(context.db, key, [...candidates.keys()])) as Map<string, JudgedBlob>

  const notCompared: TreeJudgement['notCompared'] = []
  const wanted: TreeEntry[] = []
  for (const entry of candidates.values()) {
    if (blobs.has(entry.blob)) continue
    const exact = matchBlobId(context.index, entry.blob)
    const reason = skipContent(entry)
    if (exact !== undefined) blobs.set(entry.blob, { match: exact, contentId: null })
    else if (reason !== undefined) notCompared.push({ path: entry.path, reason })
    else wanted.push(entry)
  }

  const batch = 50
  for (let start = 0; start < wanted.length; start += batch) {
    const part = wanted.slice(start, start + batch)
    const contents = await context.github.readBlobs(repository, part)
    const fresh: { blob: string; result: JudgedBlob }[] = []
    let failure: CouldNotTell | undefined
    for (const entry of part) {
      const answer = contents.get(entry.blob)
      if (answer?.outcome !== 'found') {
        failure ??= {
          outcome: 'could-not-tell',
          reason: answer?.outcome === 'could-not-tell' ? answer.reason : `${entry.path} could not be read`,
          retryAt: answer?.outcome === 'could-not-tell' ? answer.retryAt : null,
        }
        continue
      }
      const match = compareFile(context.index, { path: entry.path, bytes: answer.value })
      const contentId = match.strength === 'none' ? null : await context.content.put(answer.value)
      fresh.push({ blob: entry.blob, result: { match, contentId } })
    }
    // What was answered is kept before anything else is asked: a killed scan asks for none of it again.
    await context.db.tx((tx) => saveJudgedBlobs(tx, key, fresh))
    for (const { blob, result } of fresh) blobs.set(blob, result)
    if (failure !== undefined) return failure
    context.progress({
      step: `reading ${repository.owner}/${repository.name}`,
      done: start + part.length,
      total: wanted.length,
    })
  }
  return { outcome: 'found', value: { blobs, notCompared } }
}
