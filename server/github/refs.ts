import { z } from 'zod'
import type { RefHead } from '../core/repository/types.ts'

/** What a repository's own branches and tags point at: the only trees that are evidence of what it holds. */
export interface Heads {
  /** Every branch and tag that leads to a commit. */
  heads: RefHead[]
  /** Tags of something else, such as a single file. */
  others: { ref: string; oid: string; type: string }[]
}

export type RefPrefix = 'refs/heads/' | 'refs/tags/'

/** An annotated tag may hold a tag; GitHub's own limits end such chains long before this. */
const DEPTH = 4

function targetFields(depth: number): string {
  const inTag = depth === 0 ? '' : ` ... on Tag { target { ${targetFields(depth - 1)} } }`
  return `__typename oid ... on Commit { tree { oid } }${inTag}`
}

/** A page of `refs`, as `refsPage` reads it. */
export const REFS_FIELDS = `pageInfo { hasNextPage endCursor } nodes { name target { ${targetFields(DEPTH)} } }`

interface Target {
  __typename: string
  oid: string
  tree?: { oid: string } | undefined
  target?: Target | undefined
}

const oid = z.string().regex(/^[0-9a-f]{40}$/)

const target: z.ZodType<Target> = z.lazy(() =>
  z.object({
    __typename: z.string(),
    oid,
    tree: z.object({ oid }).optional(),
    target: target.optional(),
  }),
)

/** Where GitHub gives null for a branch or what it points at, it did not tell: the page is none. */
export const refsPage = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  nodes: z.array(z.object({ name: z.string(), target })),
})

export type RefsPage = z.output<typeof refsPage>

/** Adds a page of branches or tags; annotated tags count as the commit they lead to. */
export function addRefs(to: Heads, prefix: RefPrefix, page: RefsPage): void {
  for (const { name, target } of page.nodes) {
    const ref = `${prefix}${name}`
    const end = peel(target)
    if (end.tree !== undefined) to.heads.push({ ref, commit: end.oid, tree: end.tree.oid })
    else to.others.push({ ref, oid: end.oid, type: end.__typename.toLowerCase() })
  }
}

function peel(target: Target): Target {
  return target.target === undefined ? target : peel(target.target)
}
