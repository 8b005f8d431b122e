import { findJudgedTrees, saveJudgedTrees } from '../../../db/queries/judgements.ts'
import { judgedWith } from '../../core/match/judged-with.ts'
import { judgeRepository, type RepositoryJudgement } from '../../core/match/judge-repository.ts'
import type { FileMatch } from '../../core/match/types.ts'
import { withoutOriginals } from '../../core/match/without-originals.ts'
import { skipContent } from '../../core/repository/skip-content.ts'
import type { TreeEntry } from '../../github/read-tree.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import { flattenTree } from './flatten-tree.ts'
import { judgeBlobs, judgedAs, noMatch, wantFile, type FileToJudge } from './judge-blobs.ts'
import { listTrees, type RootTree } from './list-trees.ts'
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

export type TreeAnswer = { outcome: 'judged'; value: TreeJudgement } | CouldNotTell

/**
 * Judges root trees, each once for all the repositories that share it; what they need is asked for together. Only
 * whole judgements are kept: a tree with one file that could not be read is *could not tell*.
 */
export async function judgeTrees(
  context: ScanContext,
  roots: readonly RootTree[],
): Promise<Map<string, TreeAnswer>> {
  const { db, work, index, publicCode } = context
  const key = { workId: work.id, indexId: judgementKey(judgedWith(index.indexId), publicCode) }
  const byId = new Map(roots.map((root) => [root.tree, root]))
  const answers = new Map<string, TreeAnswer>()
  for (const [tree, value] of await findJudgedTrees(db, key, [...byId.keys()])) {
    answers.set(tree, { outcome: 'judged', value: value as TreeJudgement })
    byId.delete(tree)
  }
  for (const [tree, answer] of await judgeUnknownTrees(context, [...byId.values()])) answers.set(tree, answer)
  const fresh = [...byId.keys()].flatMap((tree) => {
    const answer = answers.get(tree)
    return answer?.outcome === 'judged' ? [{ tree, result: answer.value }] : []
  })
  if (fresh.length > 0) await db.tx((tx) => saveJudgedTrees(tx, key, fresh))
  return answers
}

/** Judges trees without looking whether they were judged before, and keeps nothing of them but their files. */
async function judgeUnknownTrees(
  context: ScanContext,
  roots: readonly RootTree[],
): Promise<Map<string, TreeAnswer>> {
  const answers = new Map<string, TreeAnswer>()
  const notListed = await listTrees(context, roots)
  const open: string[] = []
  const wanted = new Map<string, FileToJudge>()
  for (const { tree, repository } of roots) {
    const flat = await flattenTree(context.trees, tree)
    if (flat.outcome !== 'found') {
      answers.set(tree, explain(flat, notListed))
      continue
    }
    open.push(tree)
    for (const file of flat.files) {
      if (!context.publicCode.blobs.has(file.blob)) wantFile(wanted, { ...file, repository })
    }
  }
  const unread = await judgeBlobs(context, wanted)
  for (const tree of open) {
    // Flattened once more: the files of hundreds of large trees would not fit into memory together.
    const flat = await flattenTree(context.trees, tree)
    if (flat.outcome !== 'found') {
      answers.set(tree, explain(flat, notListed))
      continue
    }
    const missing = flat.files.map(judgedAs).find((as) => unread.has(as))
    answers.set(
      tree,
      missing === undefined
        ? { outcome: 'judged', value: judgeFiles(context, tree, flat.files) }
        : unread.get(missing)!,
    )
  }
  return answers
}

function explain(
  flat: { outcome: 'missing'; tree: string } | { outcome: 'too-many' },
  notListed: ReadonlyMap<string, CouldNotTell>,
): CouldNotTell {
  const known = flat.outcome === 'missing' ? notListed.get(flat.tree) : undefined
  if (known !== undefined) return known
  const reason =
    flat.outcome === 'missing'
      ? `the folder ${flat.tree} could not be read`
      : 'it holds more files than any real repository'
  return { outcome: 'could-not-tell', reason, retryAt: null }
}

function judgeFiles(
  { index, publicCode, blobs }: ScanContext,
  tree: string,
  entries: readonly TreeEntry[],
): TreeJudgement {
  const files = entries.map((entry) => {
    const judged = publicCode.blobs.has(entry.blob) ? undefined : blobs.judged.get(judgedAs(entry))
    return {
      path: entry.path,
      blob: entry.blob,
      bytes: entry.bytes,
      match: judged === undefined ? noMatch : withoutOriginals(judged.match, publicCode.originals),
      contentId: judged?.contentId ?? null,
    }
  })
  const { claimedOriginals, claimedBytes } = index
  return {
    tree,
    judgement: judgeRepository({ files, work: { claimedOriginals, claimedBytes } }),
    files: files
      .filter((file) => file.match.strength !== 'none')
      .map(({ path, blob, match, contentId }) => ({ path, blob, match, contentId })),
    notCompared: entries.flatMap((entry) => {
      if (publicCode.blobs.has(entry.blob) || blobs.judged.has(judgedAs(entry))) return []
      const reason = skipContent(entry)
      return reason === undefined ? [] : [{ path: entry.path, reason }]
    }),
  }
}
