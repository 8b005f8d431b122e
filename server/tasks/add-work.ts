import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { listBaselineFiles } from '../../db/queries/baselines.ts'
import { insertOfficial } from '../../db/queries/officials.ts'
import {
  findWorkEvenRemoved,
  insertVersion,
  insertWork,
  listClaimedOriginals,
  updateWork,
} from '../../db/queries/works.ts'
import type { Exclusion } from '../../db/schema/originals.ts'
import type { ReadSourceOptions } from '../sources/read-source.ts'
import { gitBlobId } from '../core/fingerprint/git-blob-id.ts'
import type { OriginalContext } from '../core/original/types.ts'
import { ClawbackError } from '../errors.ts'
import {
  enterWorkIndex,
  isForLater,
  makeWorkIndex,
  type IndexedFiles,
  type NotRewritten,
} from './make-work-index.ts'
import { formatOfficial } from './official-name.ts'
import type { Progress } from './progress.ts'
import { readOriginals, type ReadOriginal } from './read-originals.ts'
import { readWorkInput, type WorkInput } from './read-work-input.ts'
import { loadContents } from './work-index.ts'

export interface AddWorkInput extends WorkInput {
  source: string
  /** How the record names what was read, where its path says nothing: the name of an uploaded file. */
  sourceName?: string
  description?: string
  url?: string
  license?: string
  fingerprintsOnly?: boolean
}

export interface AddedWork {
  work: { slug: string; title: string; owner: string }
  version: number
  originals: { total: number; claimed: number; excluded: Record<Exclusion, number> }
  skipped: { path: string; reason: string }[]
  /** Copies of these in the form that a compiler gives them may be missed. */
  notRewritten: NotRewritten[]
  /** For comparing; a large work is made ready before its first comparison. */
  ready: boolean
}

/**
 * Takes in a SOURCE as a work, or as the next version of one: reads it, says what of it is the owner's, keeps it
 * encrypted (unless only fingerprints are wanted), builds the index and plans the probes, now or, of a large work,
 * before it is first compared.
 * Nothing is written before the whole source has been read.
 * @throws ClawbackError WORK_EMPTY, FINGERPRINTS_ONLY_MIXED, FINGERPRINTS_ONLY_VERSION, and what readWorkInput and the source say
 */
export async function addWork(
  app: { db: Database; content: ContentStore; sources: ReadSourceOptions; actor: string; clock: () => Date },
  input: AddWorkInput,
  progress: Progress,
): Promise<AddedWork> {
  const { slug, title, owner, official, leakedAt } = readWorkInput(input)
  const sourceName = input.sourceName ?? input.source
  const fingerprintsOnly = input.fingerprintsOnly ?? false
  const known = await findWorkEvenRemoved(app.db, slug)
  if (known !== undefined && known.removedAt === null && known.fingerprintsOnly !== fingerprintsOnly) {
    throw new ClawbackError(
      'FINGERPRINTS_ONLY_MIXED',
      `The work ${slug} was added ${known.fingerprintsOnly ? 'with' : 'without'} --fingerprints-only`,
      'Add this version the same way, or choose another --slug.',
    )
  }
  if (known !== undefined && known.removedAt === null && fingerprintsOnly) {
    throw new ClawbackError(
      'FINGERPRINTS_ONLY_VERSION',
      `Of ${slug} only fingerprints are kept, and a version cannot be added to fingerprints`,
      'Add it under another --slug, or remove the work and add it whole.',
    )
  }

  const baseline = known === undefined ? [] : await listBaselineFiles(app.db, known.id)
  const publicBlobs = new Set(baseline.map((file) => file.blobId))
  const context: OriginalContext = {
    owners: [owner],
    ...(input.license === undefined || input.license === 'none' ? {} : { license: input.license }),
    baseline: ({ bytes }) => (publicBlobs.has(gitBlobId(bytes)) ? 'the same file is in the baseline' : null),
  }
  const { originals, skipped } = await readOriginals(input.source, app.sources, context, progress)
  if (originals.length === 0) {
    throw new ClawbackError(
      'WORK_EMPTY',
      `${sourceName} holds no file that could be an original`,
      'Check that SOURCE is what leaked.',
    )
  }

  const earlier = known === undefined ? [] : await listClaimedOriginals(app.db, known.id)
  const claimed = [
    ...originals.filter((original) => original.claimed),
    ...(await loadContents(app.content, earlier)),
  ]
  const files: IndexedFiles = {
    claimed,
    baseline: await loadContents(app.content, baseline),
    owners: [owner],
    keeps: fingerprintsOnly ? 'digests' : 'texts',
  }
  const isLater = isForLater(files)
  // Beside the index: keeping waits for the disk, rewriting for the processors.
  const kept = fingerprintsOnly
    ? Promise.resolve()
    : keepContents(app.content, originals, isLater ? progress : () => undefined)
  const made = isLater
    ? Promise.resolve({ index: null, notRewritten: [] })
    : makeWorkIndex(app.content, files, progress)
  await Promise.allSettled([kept, made])
  await kept
  const { index, notRewritten } = await made
  app.sources.signal?.throwIfAborted()

  return await app.db.tx(async (tx) => {
    const values = {
      title,
      owner,
      description: input.description ?? known?.description ?? null,
      url: input.url ?? known?.url ?? null,
      license: input.license ?? known?.license ?? null,
      leakedAt: leakedAt ?? known?.leakedAt ?? null,
      fingerprintsOnly,
      removedAt: null,
    }
    const work =
      known === undefined
        ? await insertWork(tx, { ...values, slug, createdAt: app.clock() })
        : await updateWork(tx, known.id, values)
    const version = await insertVersion(
      tx,
      { workId: work.id, source: sourceName, skipped, addedAt: app.clock() },
      originals.map(({ bytes, ...row }) => ({ ...row, bytes: bytes.length })),
    )
    for (const one of official) await insertOfficial(tx, work.id, one)
    await enterWorkIndex(tx, work.id, index, app.clock())
    const counts = countOriginals(originals)
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'work.added',
      subject: `work:${slug}`,
      data: {
        version,
        source: sourceName,
        originals: counts,
        skipped: skipped.length,
        notRewritten: notRewritten.length,
        official: official.map(formatOfficial),
        indexId: index?.indexId ?? null,
      },
    })
    return {
      work: { slug, title: work.title, owner: work.owner },
      version,
      originals: counts,
      skipped,
      notRewritten,
      ready: index !== null,
    }
  })
}

/** The store takes so many at once; each waits for the disk. */
const atOnce = 16

async function keepContents(
  content: ContentStore,
  originals: readonly ReadOriginal[],
  progress: Progress,
): Promise<void> {
  const queue = originals.values()
  let done = 0
  const keep = async () => {
    for (const original of queue) {
      original.contentId = await content.put(original.bytes)
      done++
      progress({ step: 'encrypting originals', done, total: originals.length })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, keep))
}

function countOriginals(originals: readonly ReadOriginal[]): AddedWork['originals'] {
  const excluded: Record<Exclusion, number> = {
    'third-party': 0,
    baseline: 0,
    boilerplate: 0,
    generated: 0,
    small: 0,
  }
  let claimed = 0
  for (const original of originals) {
    if (original.excludedBecause === null) claimed++
    else excluded[original.excludedBecause]++
  }
  return { total: originals.length, claimed, excluded }
}
