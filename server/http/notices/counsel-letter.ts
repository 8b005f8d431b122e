import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { writeCounselLetter, type LetterFormat } from '../../tasks/counsel/write-counsel-letter.ts'
import { actingAs, type Acting } from '../acting.ts'

const formats: Readonly<Record<string, { format: LetterFormat; type: string }>> = {
  pdf: { format: 'pdf', type: 'application/pdf' },
  txt: { format: 'text', type: 'text/plain; charset=utf-8' },
}

/** The letter to counsel after a counter notice, as a file. It is written anew each time, as things stand. */
export function sendCounselLetter(app: Acting): RequestHandler<{ id: string; ending: string }> {
  return async (req, res) => {
    const { id, ending } = req.params
    const chosen = Object.hasOwn(formats, ending) ? formats[ending] : undefined
    if (chosen === undefined) {
      throw new ClawbackError('PAGE_UNKNOWN', `${ending} is no form of the letter`, 'Choose pdf or txt.')
    }
    const { bytes } = await writeCounselLetter(actingAs(app, res), { id, format: chosen.format })
    res.attachment(`${id}-to-counsel.${ending}`).type(chosen.type).send(bytes)
  }
}
