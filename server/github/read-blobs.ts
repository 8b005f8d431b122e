import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { gitBlobId } from '../core/fingerprint/git-blob-id.ts'
import { apiPath } from './api-path.ts'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'
import { repositoryField } from './place.ts'
import type { Place } from './place.ts'

/** A blob to read, how long the tree says it is, and the repository whose own refs lead to it. */
export interface WantedBlob {
  blob: string
  bytes: number
  repository: Place
}

const AT_ONCE = 50
/** One answer of GraphQL stays below this. */
const BYTES_AT_ONCE = 2_000_000
/** GraphQL cuts longer texts (`isTruncated`), so these are asked for one by one. */
const LONGEST_TEXT = 400_000
const CONCURRENT_FILES = 4
/** Content that does not hash to its id was cut off or mixed up on the way. */
const MOST_TRIES = 3

const blobSchema = z.object({ object: z.unknown() })
const textSchema = z.object({ text: z.string() })

/**
 * The contents of blobs of any repositories, each read once: texts in common GraphQL requests, everything else one by one over REST. Git's
 * id is a hash of the content, so what came is known to be what was asked for, whole and unchanged; GraphQL's text is
 * taken only when it hashes to the id (other encodings do not).
 */
export async function readBlobs(
  edge: Edge,
  wanted: readonly WantedBlob[],
): Promise<Map<string, Answer<Uint8Array>>> {
  const answers = new Map<string, Answer<Uint8Array>>()
  const once = [...new Map(wanted.map((item) => [item.blob, item])).values()]
  const alone = once.filter(({ bytes }) => bytes > LONGEST_TEXT)
  for (const batch of batches(once.filter(({ bytes }) => bytes <= LONGEST_TEXT))) {
    if (batch.length === 1) {
      alone.push(...batch)
      continue
    }
    await askInHalves(edge, batch, AT_ONCE, {
      question: (part) => ({ purpose: 'read files', query: blobsQuery(part), variables: {} }),
      read: (item, value, isFinal) => {
        const parsed = blobSchema.safeParse(value)
        if (!parsed.success) return false
        const { object } = parsed.data
        if (!isFinal && object === null) return false
        const text = textSchema.safeParse(object)
        const bytes = text.success ? Buffer.from(text.data.text, 'utf8') : undefined
        if (bytes !== undefined && gitBlobId(bytes) === item.blob) answers.set(item.blob, found(bytes))
        else alone.push(item)
        return true
      },
      giveUp: (item, reason, retryAt) => {
        // No passing fault: REST tells a file that is not there from one that GraphQL does not show.
        if (retryAt === null) alone.push(item)
        else answers.set(item.blob, couldNotTell(`the file ${item.blob}: ${reason}`, retryAt))
      },
    })
  }
  await forEachAtOnce(alone, CONCURRENT_FILES, async ({ blob, repository }) => {
    answers.set(blob, await readFile(edge, repository, blob))
  })
  return answers
}

function* batches(wanted: readonly WantedBlob[]): Generator<WantedBlob[]> {
  let batch: WantedBlob[] = []
  let total = 0
  for (const item of wanted) {
    if (batch.length >= AT_ONCE || (batch.length > 0 && total + item.bytes > BYTES_AT_ONCE)) {
      yield batch
      batch = []
      total = 0
    }
    batch.push(item)
    total += item.bytes
  }
  if (batch.length > 0) yield batch
}

function blobsQuery(wanted: readonly WantedBlob[]): string {
  const fields = wanted.map(
    ({ blob, repository }, index) =>
      `n${index}: ${repositoryField(repository)} { ... on Repository { object(oid: "${blob}") { ... on Blob { text } } } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }`
}

async function readFile(edge: Edge, { owner, name }: Place, blob: string): Promise<Answer<Uint8Array>> {
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
