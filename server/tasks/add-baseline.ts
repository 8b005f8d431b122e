import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { insertBaseline, listBaselineFiles } from '../../db/queries/baselines.ts'
import { excludeAsBaseline, listClaimedOriginals } from '../../db/queries/works.ts'
import { gitBlobId, gitBlobIdVariants } from '../core/fingerprint/git-blob-id.ts'
import { ClawbackError } from '../errors.ts'
import { readSource, type ReadSourceOptions } from '../sources/read-source.ts'
import { requireWork } from './find-work.ts'
import { enterWorkIndex, isForLater, makeWorkIndex, type IndexedFiles } from './make-work-index.ts'
import type { Progress } from './progress.ts'
import { loadContents } from './work-index.ts'

/**
 * Takes in code that may not be claimed. Originals that are the same file are excluded; what the rest shares with
 * the baseline no longer counts as evidence.
 * @throws ClawbackError WORK_UNKNOWN, FINGERPRINTS_ONLY, BASELINE_EMPTY, and what the source says
 */
export async function addBaseline(
  app: { db: Database; content: ContentStore; sources: ReadSourceOptions; actor: string; clock: () => Date },
  input: { work: string; source: string; sourceName?: string; reason: string },
  progress: Progress,
): Promise<{ excluded: number; files: number; skipped: { path: string; reason: string }[] }> {
  const work = await requireWork(app.db, input.work)
  const source = input.sourceName ?? input.source
  if (work.fingerprintsOnly) {
    throw new ClawbackError(
      'FINGERPRINTS_ONLY',
      `The originals of ${work.slug} were not kept, so a baseline cannot be taken out of them`,
      'Remove the work, add it again without --fingerprints-only, then add the baseline.',
    )
  }
  const files: { path: string; blobId: string; contentId: string }[] = []
  const skipped: { path: string; reason: string }[] = []
  const blobs = new Set<string>()
  for await (const entry of readSource(input.source, app.sources)) {
    if (entry.kind === 'skipped') {
      skipped.push({ path: entry.path, reason: entry.reason })
      continue
    }
    for (const blob of gitBlobIdVariants(entry.bytes).keys()) blobs.add(blob)
    files.push({
      path: entry.path,
      blobId: gitBlobId(entry.bytes),
      contentId: await app.content.put(entry.bytes),
    })
    progress({ step: 'reading the baseline', done: files.length })
  }
  if (files.length === 0)
    throw new ClawbackError(
      'BASELINE_EMPTY',
      `${source} holds no files`,
      'Check that SOURCE is the public code.',
    )

  const claimed = await listClaimedOriginals(app.db, work.id)
  const same = claimed.filter((original) => blobs.has(original.blobId))
  const rest = claimed.filter((original) => !blobs.has(original.blobId))
  const indexed: IndexedFiles = {
    claimed: await loadContents(app.content, rest),
    baseline: await loadContents(app.content, [...(await listBaselineFiles(app.db, work.id)), ...files]),
    owners: [work.owner],
    keeps: 'texts',
  }
  const made = isForLater(indexed) ? null : await makeWorkIndex(app.content, indexed, progress)
  const { index, notRewritten } = made ?? { index: null, notRewritten: [] }
  app.sources.signal?.throwIfAborted()
  await app.db.tx(async (tx) => {
    await insertBaseline(tx, { workId: work.id, source, reason: input.reason, addedAt: app.clock() }, files)
    await excludeAsBaseline(
      tx,
      same.map((original) => original.id),
      input.reason,
    )
    await enterWorkIndex(tx, work.id, index, app.clock())
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'baseline.added',
      subject: `work:${work.slug}`,
      data: {
        source,
        reason: input.reason,
        files: files.length,
        excluded: same.length,
        notRewritten: notRewritten.length,
      },
    })
  })
  return { excluded: same.length, files: files.length, skipped }
}
