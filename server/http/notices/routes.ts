import express, { Router } from 'express'
import type { Acting } from '../acting.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { sendCounselLetter } from './counsel-letter.ts'
import { showDraftChoice } from './draft-choice.ts'
import { postDraftWords, showDraftWords } from './draft-words.ts'
import { postDrafts, postRetraction } from './drafts.ts'
import { sendNoticeFile } from './file.ts'
import { showNoticeForm } from './form.ts'
import { sendNotice, showNoticePage } from './notice.ts'
import { sendNotices, showNoticesPage } from './notices.ts'
import { showNoticePublished } from './published.ts'
import { showRetractionChoice } from './retraction-choice.ts'
import { postSending, postSent, postSignature } from './signing.ts'
import { sendDraftWords, writeWords } from './words-api.ts'

/** Notices: chosen, written, filled in, read as published, signed, sent, and taken back. */
export function noticeRoutes(app: Acting): Router {
  const form = [readForm, requireFormToken]
  const draft = requirePermission('draft')
  const drafting = [...form, draft]
  const signing = [...form, requirePermission('sign')]
  return Router()
    .get('/works/:slug/notices/new', showDraftChoice(app))
    .post('/works/:slug/notices', drafting, postDrafts(app))
    .get('/notices', showNoticesPage(app))
    .get('/notices/:id', showNoticePage(app))
    .get('/notices/:id/words', draft, showDraftWords(app))
    .post('/notices/:id/words', drafting, postDraftWords(app))
    .get('/notices/:id/form', showNoticeForm(app))
    .get('/notices/:id/published', showNoticePublished(app))
    .get('/notices/:id/counsel.:ending', sendCounselLetter(app))
    .get('/notices/:id/files/:format', sendNoticeFile(app))
    .post('/notices/:id/signature', signing, postSignature(app))
    .post('/notices/:id/sent', signing, postSent(app))
    .post('/notices/:id/sending', signing, postSending(app))
    .get('/notices/:id/retraction', draft, showRetractionChoice(app))
    .post('/notices/:id/retraction', drafting, postRetraction(app))
    .get('/api/v1/notices', sendNotices(app))
    .get('/api/v1/notices/:id', sendNotice(app))
    .get('/api/v1/notices/:id/words', sendDraftWords(app))
    .post(
      '/api/v1/notices/:id/words',
      express.json({ limit: '1mb' }),
      requireFormToken,
      draft,
      writeWords(app),
    )
}
