import type { RequestHandler } from 'express'
import { showDraftWords, writeDraftWords } from '../../tasks/notice/draft-words.ts'
import { actingAs, type Acting } from '../acting.ts'

type ById = RequestHandler<{ id: string }>

/** The same document as `notice words`. */
export function sendDraftWords(app: Acting): ById {
  return async (req, res) => void res.json(await showDraftWords(app, req.params.id))
}

/** Some parts of a draft, or all; with `seen`, only into the draft that was shown. */
export function writeWords(app: Acting): ById {
  return async (req, res) => {
    const { words, seen } = (req.body ?? {}) as { words?: unknown; seen?: unknown }
    const given = { id: req.params.id, words, seen: typeof seen === 'string' ? seen : null }
    res.json(await writeDraftWords(actingAs(app, res), given))
  }
}
