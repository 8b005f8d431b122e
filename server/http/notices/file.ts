import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { exportNotice } from '../../tasks/notice/export-notice.ts'
import type { NoticeFormat } from '../../tasks/notice/write-notice.ts'
import { actingAs, type Acting } from '../acting.ts'

/** How each form of a notice is called as a file. Read as a file, never shown: it is text of many hands. */
const files: Readonly<Record<NoticeFormat, { type: string; ending: string }>> = {
  form: { type: 'text/plain; charset=utf-8', ending: 'form.txt' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  letter: { type: 'text/plain; charset=utf-8', ending: 'letter.txt' },
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  json: { type: 'application/json', ending: 'json' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  eml: { type: 'message/rfc822', ending: 'eml' },
}

export const noticeFormats = Object.keys(files) as NoticeFormat[]

/** A notice as a file in one of its forms; an unsigned one is marked as a draft. */
export function sendNoticeFile(app: Acting): RequestHandler<{ id: string; format: string }> {
  return async (req, res) => {
    const { id, format } = req.params
    if (!isFormat(format)) {
      throw new ClawbackError(
        'PAGE_UNKNOWN',
        `${format} is no form of a notice`,
        `Choose from: ${noticeFormats.join(', ')}.`,
      )
    }
    const { bytes } = await exportNotice(actingAs(app, res), { id, format, to: null, out: null })
    const { type, ending } = files[format]
    res.attachment(`${id}.${ending}`).type(type).send(bytes)
  }
}

function isFormat(word: string): word is NoticeFormat {
  return Object.hasOwn(files, word)
}
