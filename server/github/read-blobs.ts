import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { gitBlobId } from '../core/fingerprint/git-blob-id.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { apiPath } from './api-path.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'

/** A blob to read, and how long the tree says it is. */
export interface WantedBlob {
  blob: string
  bytes: number
}

const AT_ONCE = 50
/** One answer of GraphQL stays below this. */
const BYTES_AT_ONCE = 2_000_000
/** GraphQL cuts longer texts (`isTruncated`), so these are asked for one by one. */
const LONGEST_TEXT = 400_000
const CONCURRENT_FILES = 4
/** Content that does not hash to its id was cut off or mixed up on the way. */
const MOST_TRIES = 3

const textSchema = z.object({ text: z.string() })

/**
 * The contents of blobs, each read once: texts in common GraphQL requests, everything else one by one over REST. Git's
 * id is a hash of the content, so what came is known to be what was asked for, whole and unchanged; GraphQL's text is
 * taken only when it hashes to the id (other encodings do not).
 */
export async function readBlobs(
  edge: Edge,
  repository: RepositoryName,
  wanted: readonly WantedBlob[],
): Promise<Map<string, Answer<Uint8Array>>> {
  const answers = new Map<string, Answer<Uint8Array>>()
  const sizes = new Map(wanted.map(({ blob, bytes }) => [blob, bytes]))
  const alone: string[] = []
  const together: string[] = []
  for (const [blob, bytes] of sizes) (bytes > LONGEST_TEXT ? alone : together).push(blob)
  for (const batch of batches(together, sizes)) {
    if (batch.length === 1) {
      alone.push(...batch)
      continue
    }
    await askInHalves(edge, batch, AT_ONCE, {
      question: (part) => ({
        purpose: 'read files',
        query: blobsQuery(part),
        variables: { owner: repository.owner, name: repository.name },
      }),
      under: 'repository',
      read: (blob, value, isFinal) => {
        if (!isFinal && (value === undefined || value === null)) return false
        const parsed = textSchema.safeParse(value)
        const bytes = parsed.success ? Buffer.from(parsed.data.text, 'utf8') : undefined
        if (bytes !== undefined && gitBlobId(bytes) === blob) answers.set(blob, found(bytes))
        else alone.push(blob)
        return true
      },
      giveUp: (blob, reason, retryAt) =>
        answers.set(blob, couldNotTell(`the file ${blob}: ${reason}`, retryAt)),
    })
  }
  await forEachAtOnce(alone, CONCURRENT_FILES, async (blob) => {
    answers.set(blob, await readFile(edge, repository, blob))
  })
  return answers
}

function* batches(blobs: readonly string[], sizes: ReadonlyMap<string, number>): Generator<string[]> {
  let batch: string[] = []
  let bytes = 0
  for (const blob of blobs) {
    const size = sizes.get(blob) ?? 0
    if (batch.length >= AT_ONCE || (batch.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(blob)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

function blobsQuery(blobs: readonly string[]): string {
  const fields = blobs.map((blob, index) => `n${index}: object(oid: "${blob}") { ... on Blob { text } }`)
  return `query($owner: String!, $name: String!) { rateLimit { cost } repository(owner: $owner, name: $name) {
    ${fields.join('\n')} } }`
}

async function readFile(
  edge: Edge,
  { owner, name }: RepositoryName,
  blob: string,
): Promise<Answer<Uint8Array>> {
  const path = apiPath`/repos/${owner}/${name}/git/blobs/${blob}`
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const asked = await edge.ask({ purpose: 'read file', bucket: 'core', path, expect: 'raw' })
    if (asked.kind === 'answer' && asked.status === 404) return notFound
    if (asked.kind !== 'answer' || asked.status !== 200) return notTold(asked, `the file ${blob}`)
    if (gitBlobId(asked.body) === blob) return found(asked.body)
  }
  return couldNotTell(`the file ${blob}: what came is not what was asked for`, edge.clock())
}

async function forEachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
