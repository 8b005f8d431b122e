import { createHash } from 'node:crypto'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { saveMaterial } from '../../../db/queries/materials.ts'
import { countWork } from '../../../db/queries/works.ts'
import { gitBlobId } from '../../core/fingerprint/git-blob-id.ts'
import { judgeRepository, type JudgedFile } from '../../core/match/judge-repository.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { checkAddress } from '../../core/notice/check-material.ts'
import { ClawbackError } from '../../errors.ts'
import { readPaths, type ReadPathsOptions } from '../../sources/read-paths.ts'
import { compareEach, type ComparedInput } from '../compare-paths.ts'
import { requireWork } from '../find-work.ts'
import type { Progress } from '../progress.ts'
import { describeMaterial, type MaterialSummary } from './describe-material.ts'

interface AddMaterialApp {
  db: Database
  content: ContentStore
  sources: ReadPathsOptions
  actor: string
  clock: () => Date
}

/**
 * Keeps what a copy shows that a person fetched from an address: an npm package, a gist, a page of another provider.
 * The comparison of the copy is the evidence; adding it again takes the place of the evidence, and a decision over
 * other evidence lapses.
 * @throws ClawbackError WORK_UNKNOWN, MATERIAL_ADDRESS
 */
export async function addMaterial(
  app: AddMaterialApp,
  { work: slug, url, copy }: { work: string; url: string; copy: string },
  progress: Progress,
): Promise<MaterialSummary> {
  const work = await requireWork(app.db, slug)
  const kind = kindOf(url)
  const [problem] = checkAddress({ id: 0, kind, url, files: [] })
  if (problem !== undefined) throw new ClawbackError('MATERIAL_ADDRESS', problem.message, `${problem.fix}.`)
  const matches = new Map<string, ComparedInput>()
  await compareEach(app, { work: slug, paths: [copy] }, (one) => matches.set(one.path, one), progress)
  const { files, blobs } = await readCopy(app, copy, matches)
  const { claimed } = await countWork(app.db, work.id)
  const judged = judgeRepository({ files, work: { claimedOriginals: claimed, claimedBytes: 0 } })
  const alike = files
    .filter(({ match }) => match.strength !== 'none')
    .map(({ path, match }) => ({
      path: path.slice(path.startsWith(copy) ? copy.replace(/\/+$/, '').length + 1 : 0) || path,
      blob: blobs.get(path)!,
      class: match.class,
      strength: match.strength,
      original: match.originals[0]?.path ?? '',
      bits: match.originals[0]?.bits ?? 0,
    }))
  const evidence = {
    class: judged.class,
    strength: judged.strength,
    entire: judged.entireRepository,
    files: alike,
  }
  const evidenceHash = createHash('sha256').update(canonicalJson(evidence)).digest('hex')
  return await app.db.tx(async (tx) => {
    const row = await saveMaterial(tx, {
      workId: work.id,
      kind,
      url,
      ...evidence,
      evidenceHash,
      seenAt: app.clock(),
    })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'material.added',
      subject: `work:${slug}`,
      data: { url, class: row.class, strength: row.strength, files: alike.length, evidenceHash },
    })
    return describeMaterial(row)
  })
}

/** GitHub's form takes npm packages and gists; all else goes to whoever hosts it. */
function kindOf(url: string): 'npm' | 'gist' | 'elsewhere' {
  const host = URL.canParse(url) ? new URL(url).host : ''
  return host === 'www.npmjs.com' ? 'npm' : host === 'gist.github.com' ? 'gist' : 'elsewhere'
}

async function readCopy(
  app: AddMaterialApp,
  copy: string,
  matches: ReadonlyMap<string, ComparedInput>,
): Promise<{ files: JudgedFile[]; blobs: Map<string, string> }> {
  const files: JudgedFile[] = []
  const blobs = new Map<string, string>()
  for await (const entry of readPaths([copy], app.sources)) {
    const match = entry.kind === 'file' ? matches.get(entry.path) : undefined
    if (entry.kind !== 'file' || match === undefined) continue
    files.push({ path: entry.path, bytes: entry.bytes.length, match })
    blobs.set(entry.path, gitBlobId(entry.bytes))
  }
  return { files, blobs }
}
