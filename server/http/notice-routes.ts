import { Router } from 'express'
import type { Acting } from './acting.ts'
import { sendCounselLetter } from './counsel-letter.ts'
import { postDraftWords, showDraftWords } from './draft-words.ts'
import { showDraftChoice } from './draft-choice.ts'
import { readForm, requireFormToken } from './guards/require-form-token.ts'
import { requirePermission } from './guards/require-permission.ts'
import { showNoticeForm } from './notice-form.ts'
import { showNoticePublished } from './notice-published.ts'
import { showRetractionChoice } from './retraction-choice.ts'

/** The pages of a notice beside its own: where it is chosen, written, filled in, read as published, and taken back. */
export function noticeRoutes(app: Acting): Router {
  const draft = requirePermission('draft')
  return Router()
    .get('/works/:slug/notices/new', showDraftChoice(app))
    .get('/notices/:id/words', draft, showDraftWords(app))
    .post('/notices/:id/words', readForm, requireFormToken, draft, postDraftWords(app))
    .get('/notices/:id/form', showNoticeForm(app))
    .get('/notices/:id/published', showNoticePublished(app))
    .get('/notices/:id/counsel.:ending', sendCounselLetter(app))
    .get('/notices/:id/retraction', draft, showRetractionChoice(app))
}
