import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { findWork } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import type { ReadSourceOptions } from '../../sources/read-source.ts'
import { addBaseline } from '../add-baseline.ts'
import { addWork, type AddedWork } from '../add-work.ts'
import { requireWork } from '../find-work.ts'
import { readWorkInput, type WorkInput } from '../read-work-input.ts'
import type { Intake, Intakes } from './create-intakes.ts'
import type { KeptUpload } from './keep-upload.ts'

export interface TakeInApp {
  db: Database
  content: ContentStore
  sources: ReadSourceOptions
  actor: string
  clock: () => Date
}

/** An uploaded file, or something that Clawback itself goes and reads. */
export type TakenSource = { kind: 'upload'; upload: KeptUpload } | { kind: 'named'; source: string }

export type TakenIn =
  | ({ kind: 'work' } & AddedWork)
  | {
      kind: 'baseline'
      work: string
      files: number
      excluded: number
      skipped: { path: string; reason: string }[]
    }

export type WorkIntakes = Intakes<TakenIn>
export type WorkIntake = Intake<TakenIn>

export interface NewWork extends WorkInput {
  description?: string
  url?: string
  license?: string
  fingerprintsOnly: boolean
}

/** @throws ClawbackError SLUG_TAKEN, INTAKES_FULL, and what readWorkInput says */
export async function takeInWork(
  app: TakeInApp,
  intakes: WorkIntakes,
  source: TakenSource,
  input: NewWork,
): Promise<WorkIntake> {
  const { slug, title } = readWorkInput(input)
  if ((await findWork(app.db, slug)) !== undefined) {
    throw new ClawbackError(
      'SLUG_TAKEN',
      `There is a work called ${slug} already`,
      'Add this as a version of it on its page Settings, or choose another short name.',
    )
  }
  return intakes.begin({
    ...common(app, source),
    name: title,
    work: async (progress, signal) => ({
      kind: 'work',
      ...(await addWork(withSignal(app, signal), { ...input, ...toRead(source) }, progress)),
    }),
  })
}

/** Takes in the next version of a work, as what the work is. @throws ClawbackError WORK_UNKNOWN, INTAKES_FULL */
export async function takeInVersion(
  app: TakeInApp,
  intakes: WorkIntakes,
  source: TakenSource,
  slug: string,
): Promise<WorkIntake> {
  const { title, owner, license, fingerprintsOnly } = await requireWork(app.db, slug)
  if (fingerprintsOnly) {
    throw new ClawbackError(
      'FINGERPRINTS_ONLY_VERSION',
      `Of ${slug} only fingerprints are kept, and a version cannot be added to fingerprints`,
      'Add it as a work of its own, or remove this one and add it whole.',
    )
  }
  return intakes.begin({
    ...common(app, source),
    name: `${title}: a further version`,
    work: async (progress, signal) => ({
      kind: 'work',
      ...(await addWork(
        withSignal(app, signal),
        { title, owner, slug, official: [], ...(license === null ? {} : { license }), ...toRead(source) },
        progress,
      )),
    }),
  })
}

/** @throws ClawbackError WORK_UNKNOWN, REASON_MISSING, INTAKES_FULL */
export async function takeInBaseline(
  app: TakeInApp,
  intakes: WorkIntakes,
  source: TakenSource,
  { slug, reason: given }: { slug: string; reason: string },
): Promise<WorkIntake> {
  const { title } = await requireWork(app.db, slug)
  const reason = given.trim()
  if (reason === '') {
    throw new ClawbackError(
      'REASON_MISSING',
      'Nobody said why this code may not be claimed',
      'Say where it was public before, or under which license it is.',
    )
  }
  return intakes.begin({
    ...common(app, source),
    name: `${title}: a baseline`,
    work: async (progress, signal) => ({
      kind: 'baseline',
      work: slug,
      ...(await addBaseline(withSignal(app, signal), { work: slug, reason, ...toRead(source) }, progress)),
    }),
  })
}

function common({ actor }: TakeInApp, source: TakenSource) {
  return {
    by: actor,
    source: source.kind === 'upload' ? source.upload.name : source.source,
    finish: () => (source.kind === 'upload' ? source.upload.remove() : Promise.resolve()),
  }
}

function toRead(source: TakenSource): { source: string; sourceName?: string } {
  if (source.kind === 'named') return { source: source.source }
  const { path, name } = source.upload
  return { source: path, sourceName: `upload:${name}` }
}

function withSignal(app: TakeInApp, signal: AbortSignal): TakeInApp {
  return { ...app, sources: { ...app.sources, signal } }
}
