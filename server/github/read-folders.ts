import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { treeId } from '../core/repository/tree-id.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { repositoryField } from './place.ts'
import type { Place } from './place.ts'

/** A tree to list, and a repository whose own refs lead to it. */
export interface WantedFolder {
  tree: string
  repository: Place
}

/** What lies in one folder. */
export interface FolderItem {
  name: string
  /** As git writes it: `040000` is a folder, `160000` a submodule, `120000` a link. */
  mode: string
  /** The git id of what it is. */
  id: string
  /** 0 unless it is a file or link. */
  bytes: number
}

/** Batches of 50 answer in time; 250 did not (github.md section 3). */
const AT_ONCE = 50

const folderSchema = z.object({
  object: z
    .object({
      entries: z.array(
        z.object({
          name: z.string().min(1),
          mode: z.int(),
          oid: z.string().regex(/^[0-9a-f]{40}$/),
          size: z.int().nonnegative(),
        }),
      ),
    })
    .nullable(),
})

/**
 * One level of many trees of any repositories, dozens in one request. A listing proves itself by hashing to the tree's
 * id; one that does not (cut off, or with names that are no UTF-8) is *could not tell*.
 */
export async function readFolders(
  edge: Edge,
  wanted: readonly WantedFolder[],
): Promise<Map<string, Answer<FolderItem[]>>> {
  const answers = new Map<string, Answer<FolderItem[]>>()
  const once = [...new Map(wanted.map((item) => [item.tree, item])).values()]
  await askInHalves(edge, once, AT_ONCE, {
    question: (part) => ({ purpose: 'read folders', query: foldersQuery(part), variables: {} }),
    read: ({ tree }, value, isFinal) => {
      const parsed = folderSchema.safeParse(value)
      if (!parsed.success) return false
      const { object } = parsed.data
      if (object === null && !isFinal) return false
      answers.set(tree, object === null ? notFound : proven(tree, object.entries.map(toItem)))
      return true
    },
    giveUp: ({ tree }, reason, retryAt) =>
      answers.set(tree, couldNotTell(`the folder ${tree}: ${reason}`, retryAt)),
  })
  return answers
}

/** GraphQL gives git's octal mode as a number. */
function toItem({
  name,
  mode,
  oid,
  size,
}: {
  name: string
  mode: number
  oid: string
  size: number
}): FolderItem {
  return { name, mode: mode.toString(8).padStart(6, '0'), id: oid, bytes: size }
}

function proven(tree: string, items: FolderItem[]): Answer<FolderItem[]> {
  const id = treeId(items.map(({ name, mode, id: sha }) => ({ path: name, mode, sha })))
  return id === tree ? found(items) : couldNotTell(`the folder ${tree}: what came is not what was asked for`)
}

function foldersQuery(wanted: readonly WantedFolder[]): string {
  const fields = wanted.map(
    ({ tree, repository }, index) =>
      `n${index}: ${repositoryField(repository)} { ... on Repository {
        object(oid: "${tree}") { ... on Tree { entries { name mode oid size } } } } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }`
}
