import { createHash } from 'node:crypto'
import { appendEvent } from '../../../db/events/append-event.ts'
import { saveMaterial } from '../../../db/queries/materials.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { MaterialCopy } from '../../../db/schema/materials.ts'
import { judgeRepository, type JudgedFile } from '../../core/match/judge-repository.ts'
import { matchBlobId } from '../../core/match/match-blob-id.ts'
import type { Strength } from '../../core/match/types.ts'
import { withoutOriginals } from '../../core/match/without-originals.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Gist } from '../../github/read-gist.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import { noMatch } from './judge-blobs.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { ScanContext } from './scan-context.ts'

/** How a gist came out; counted in the coverage. */
export interface GistResult {
  outcome: Strength | 'official' | Exclude<Availability, 'available' | 'changed' | 'unknown'>
  url: string | null
}

/** Reads and compares gists that somebody named: no search shows them. What is found is material of its own kind. */
export async function takeGistSteps(context: ScanContext, steps: readonly ScanStep[]): Promise<void> {
  for (const step of steps) await takeGistStep(context, step)
}

async function takeGistStep(context: ScanContext, step: ScanStep): Promise<void> {
  const answer = await context.github.readGist(step.key)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
  } else if (answer.outcome !== 'available') {
    await keepResult(context, step, answer.outcome)
  } else if (isOfficialOwner(context, answer.gist.owner)) {
    await keepResult(context, step, 'official')
  } else {
    const files = await compareFiles(context, answer.gist)
    if ('reason' in files) await keepUnanswered(context, step, files)
    else await keepCompared(context, step, answer.gist, files)
  }
}

/** An account that is official as a whole speaks for its gists, too. */
function isOfficialOwner({ officials }: ScanContext, owner: string | null): boolean {
  return officials.some((one) => one.name === null && one.owner.toLowerCase() === owner?.toLowerCase())
}

/** A file that could not be looked into whole makes the gist *could not tell*, unless the others say enough. */
async function compareFiles(
  { index, comparers, publicCode }: ScanContext,
  { files, cutOff, url }: Gist,
): Promise<(JudgedFile & { blob: string })[] | CouldNotTell> {
  const exact = files.map((file) =>
    publicCode.blobs.has(file.blob) ? noMatch : matchBlobId(index, file.blob),
  )
  const open = files.filter((file, at) => exact[at] === undefined && file.content !== null)
  const compared = await comparers.compare(open.map(({ path, content }) => ({ path, bytes: content! })))
  let unread = cutOff ? 'it has more files than GitHub shows' : null
  const judged = files.map((file, at) => {
    const answer = exact[at] ?? compared[open.indexOf(file)]
    const match = answer === undefined ? null : 'outcome' in answer ? valueOf(answer) : answer
    if (match === null) unread = `${file.path} could not be read whole`
    return {
      path: file.path,
      blob: file.blob,
      bytes: file.bytes,
      match: withoutOriginals(match ?? noMatch, publicCode.originals),
    }
  })
  if (unread === null || judged.some(({ match }) => match.strength === 'strong')) return judged
  return { outcome: 'could-not-tell', reason: `${url}: ${unread}`, retryAt: null }
}

function valueOf<T>(answer: { outcome: 'found'; value: T } | { outcome: string }): T | null {
  return 'value' in answer ? answer.value : null
}

async function keepCompared(
  context: ScanContext,
  step: ScanStep,
  gist: Gist,
  files: readonly (JudgedFile & { blob: string })[],
): Promise<void> {
  const { db, work, scan, index, clock, actor } = context
  const { claimedOriginals, claimedBytes } = index
  const judged = judgeRepository({ files, work: { claimedOriginals, claimedBytes } })
  const copies: MaterialCopy[] = files.flatMap(({ path, blob, match }) =>
    match.originals
      .filter(({ strength }) => strength !== 'none')
      .map((original) => ({
        path,
        blob,
        class: original.class,
        strength: original.strength,
        original: original.path,
        bits: original.bits,
      })),
  )
  const result: GistResult = { outcome: judged.strength, url: gist.url }
  await db.tx(async (tx) => {
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    if (judged.strength === 'none') return
    await saveMaterial(tx, {
      workId: work.id,
      kind: 'gist',
      url: gist.url,
      class: judged.class,
      strength: judged.strength,
      entire: judged.entireRepository,
      files: copies,
      evidenceHash: createHash('sha256').update(JSON.stringify(copies)).digest('hex'),
      seenAt: clock(),
    })
    await appendEvent(tx, {
      actor,
      kind: 'material.found',
      subject: `scan:${scan.id}`,
      data: {
        work: work.slug,
        url: gist.url,
        commit: gist.commit,
        strength: judged.strength,
        class: judged.class,
        files: copies.map(({ path, blob, original }) => ({ path, blob, original })),
      },
    })
  })
}

async function keepResult(
  { db }: ScanContext,
  step: ScanStep,
  outcome: GistResult['outcome'],
): Promise<void> {
  const result: GistResult = { outcome, url: null }
  const reason = outcome === 'official' ? null : `the gist is ${outcome}`
  await db.tx((tx) => updateStep(tx, step.id, { status: 'done', reason, retryAt: null, result }))
}
