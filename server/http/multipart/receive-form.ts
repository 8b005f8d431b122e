import type { Request, Response } from 'express'
import { keepUpload, largestUpload, tooLarge, type KeptUpload } from '../../tasks/intake/keep-upload.ts'
import type { UploadPlace } from '../../tasks/intake/upload-folder.ts'
import { requireOwnForm } from '../guards/require-form-token.ts'
import { collect, unreadable } from './part-stream.ts'
import { readMultipart, type SentFields } from './read-multipart.ts'

export interface ReceivedForm {
  fields: SentFields
  /** Whoever receives it removes it. */
  upload: KeptUpload | null
}

/** A connection over which nothing comes for so long is given up, with what it sent. */
const longestSilence = 60_000
const room = 1024 ** 2
const longestJson = 256 * 1024

/**
 * A form that may hold a file, or the same fields as JSON. Nothing is written before the form has shown to be from a
 * page of this session: its token stands first.
 * @throws ClawbackError FORM_STALE, UPLOAD_TOO_LARGE, UPLOAD_NO_ROOM, UPLOAD_UNREADABLE, UPLOAD_CUT_OFF, SOURCE_INVALID
 */
export async function receiveForm(req: Request, res: Response, place: UploadPlace): Promise<ReceivedForm> {
  if (Number(req.headers['content-length'] ?? 0) > largestUpload + room) throw tooLarge()
  const endWatch = watchSilence(req)
  try {
    return await receive(req, res, place)
  } finally {
    endWatch()
  }
}

async function receive(req: Request, res: Response, place: UploadPlace): Promise<ReceivedForm> {
  const type = req.headers['content-type'] ?? ''
  if (/^application\/json\b/i.test(type)) {
    const fields = readJson((await collect(req, longestJson)).toString('utf8'))
    requireOwnForm(res, fields['form-token'])
    return { fields, upload: null }
  }
  let upload: KeptUpload | null = null
  try {
    const fields = await readMultipart(type, req, async (file, before) => {
      requireOwnForm(res, before['form-token'])
      upload = await keepUpload(place, file)
    })
    requireOwnForm(res, fields['form-token'])
    return { fields, upload }
  } catch (error) {
    await (upload as KeptUpload | null)?.remove()
    throw error
  }
}

/** Gives what ends the watch: the connection may serve other requests afterwards. */
function watchSilence({ socket }: Request): () => void {
  const giveUp = () => socket.destroy()
  socket.setTimeout(longestSilence).once('timeout', giveUp)
  return () => void socket.setTimeout(0).off('timeout', giveUp)
}

function readJson(text: string): SentFields {
  const fields = Object.create(null) as SentFields
  for (const [name, value] of Object.entries(parseObject(text))) {
    const texts = [value].flat().map(readText)
    fields[name] = Array.isArray(value) ? texts : texts[0]!
  }
  return fields
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below.
  }
  throw unreadable('it is not one JSON object')
}

/** What a form would send: a box that is ticked says yes. */
function readText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : ''
  throw unreadable('a field is neither text nor yes or no')
}
