import type { Request, Response } from 'express'
import type { TakenSource, TakeInApp, WorkIntake, WorkIntakes } from '../../tasks/intake/take-in.ts'
import { requireNamedSource } from '../../tasks/intake/named-source.ts'
import type { UploadPlace } from '../../tasks/intake/upload-folder.ts'
import { ClawbackError } from '../../errors.ts'
import { actingAs } from '../acting.ts'
import { receiveForm, type ReceivedForm } from '../multipart/receive-form.ts'
import type { SentFields } from '../multipart/read-multipart.ts'
import { readFields } from '../read-fields.ts'
import { personOf, signedInOf } from '../sign-in/signed-in.ts'

/** What taking something in needs; who acts is added for each request. */
export type TakingIn = Omit<TakeInApp, 'actor'> & { process: UploadPlace['process'] }

/** How a source that came with a form is begun, and what it is. */
export type Begin = (app: TakeInApp, source: TakenSource, fields: SentFields) => Promise<WorkIntake>

/**
 * Receives a form with a SOURCE and begins to take it in. What was uploaded goes when it was read, or with what fails
 * here. `tell` is given the fields as soon as they are known.
 * @throws ClawbackError INTAKES_FULL, SOURCE_MISSING, SOURCE_TWICE, and what receiving, the source and `begin` say
 */
export async function receiveSource(
  app: TakingIn,
  intakes: WorkIntakes,
  {
    req,
    res,
    begin,
    tell,
  }: { req: Request; res: Response; begin: Begin; tell: (fields: SentFields) => void },
): Promise<WorkIntake> {
  const { fields, upload } = await receiveReserved(app, intakes, req, res)
  try {
    tell(fields)
    return await begin(actingAs(app, res), await readTaken(fields, upload, holdsMachine(res)), fields)
  } catch (error) {
    await upload?.remove()
    throw error
  }
}

/** A place is kept for what is being sent, so that no more comes in at once than may wait. */
async function receiveReserved(
  app: TakingIn,
  intakes: WorkIntakes,
  req: Request,
  res: Response,
): Promise<ReceivedForm> {
  const free = intakes.reserve()
  try {
    return await receiveForm(req, res, { scratchFolder: app.sources.scratchFolder, process: app.process })
  } finally {
    free()
  }
}

async function readTaken(
  fields: SentFields,
  upload: ReceivedForm['upload'],
  isHolder: boolean,
): Promise<TakenSource> {
  const { source } = readFields(fields, ['source'])
  if (upload === null) return { kind: 'named', source: await requireNamedSource(source, isHolder) }
  if (source === '') return { kind: 'upload', upload }
  throw new ClawbackError(
    'SOURCE_TWICE',
    'There is a file, and a source is named as well',
    'Choose one of them: each source is a version of its own.',
  )
}

/** Only the one-time link, printed where the server runs, makes a session of nobody's; programs have none. */
export function holdsMachine(res: Response): boolean {
  return personOf(res).userId === null && signedInOf(res).formToken !== null
}
