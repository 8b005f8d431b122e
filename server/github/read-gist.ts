import { z } from 'zod'
import { gitBlobId } from '../core/fingerprint/git-blob-id.ts'
import { apiPath } from './api-path.ts'
import type { Edge } from './edge.ts'
import { readBlock, type Block } from './get-repository.ts'
import { notTold } from './not-told.ts'

export interface GistFile {
  path: string
  /** Git's id of the whole file. */
  blob: string
  bytes: number
  /** Null: GitHub shows only its beginning. */
  content: Uint8Array | null
}

export interface Gist {
  id: string
  /** Null: nobody's any more. */
  owner: string | null
  /** Where people see it. */
  url: string
  /** Of the latest revision. */
  commit: string | null
  files: GistFile[]
  /** There are more files than GitHub shows (300). */
  cutOff: boolean
}

export type GistAnswer =
  | { outcome: 'available'; gist: Gist }
  | { outcome: 'disabled' | 'blocked'; block: Block }
  | { outcome: 'gone' }
  | { outcome: 'could-not-tell'; reason: string; retryAt: Date | null }

const gistSchema = z.object({
  id: z.string(),
  html_url: z.url(),
  owner: z.object({ login: z.string().min(1) }).nullish(),
  truncated: z.boolean().default(false),
  history: z.array(z.object({ version: z.string() })).nullish(),
  files: z.record(
    z.string(),
    z
      .object({
        filename: z.string(),
        raw_url: z.string(),
        size: z.int().nonnegative(),
        truncated: z.boolean().default(false),
        content: z.string().optional(),
        encoding: z.string().optional(),
      })
      .nullable(),
  ),
})

/** A gist with its files. GitHub numbers gists apart from repositories, and disables them in the same way. */
export async function readGist(edge: Pick<Edge, 'ask'>, id: string): Promise<GistAnswer> {
  const asked = await edge.ask({
    purpose: 'read gist',
    bucket: 'core',
    path: apiPath`/gists/${id}`,
    conditional: true,
  })
  if (asked.kind === 'could-not-tell')
    return { outcome: 'could-not-tell', reason: asked.reason, retryAt: asked.retryAt }
  if (asked.status === 404) return { outcome: 'gone' }
  const block = readBlock(asked.content)
  if (asked.status === 451 || block?.reason === 'dmca')
    return { outcome: 'disabled', block: block ?? { reason: 'dmca', htmlUrl: null, createdAt: null } }
  if (block !== undefined) return { outcome: 'blocked', block }
  const parsed = asked.status === 200 ? gistSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) {
    const told = notTold(asked, `the gist ${id}`)
    return told.outcome === 'could-not-tell' ? told : { outcome: 'gone' }
  }
  const { html_url: url, owner, files, truncated, history } = parsed.data
  return {
    outcome: 'available',
    gist: {
      id: parsed.data.id,
      owner: owner?.login ?? null,
      url,
      commit: history?.[0]?.version ?? null,
      files: Object.values(files).flatMap((file) => (file === null ? [] : [readFile(file)])),
      cutOff: truncated,
    },
  }
}

type File = NonNullable<z.output<typeof gistSchema>['files'][string]>

/** The address of the raw file holds the id of its blob, so that what came is known to be whole. */
function readFile({ filename, raw_url: rawUrl, size, truncated, content, encoding }: File): GistFile {
  const told = /\/raw\/([0-9a-f]{40})\//.exec(rawUrl)?.[1]
  const text = content === undefined || truncated ? null : content
  const bytes = text === null ? null : Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
  const blob = bytes === null ? undefined : gitBlobId(bytes)
  const isWhole = bytes !== null && (told === undefined || told === blob) && bytes.length === size
  return {
    path: filename,
    blob: told ?? blob ?? '',
    bytes: size,
    content: isWhole ? bytes : null,
  }
}
