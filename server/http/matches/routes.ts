import { Router } from 'express'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requireOwnSession } from '../guards/require-own-session.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { postBulkReview, postTakeBack, previewBulkReview, showBulkPage } from './bulk.ts'
import { postRecheck, type Rechecking } from './recheck.ts'
import { postView, postViewName, postViewRemoval } from './saved-views.ts'
import { sendMatch, showMatchPage } from './match.ts'
import { showMatchesByNetworkPage } from './by-network.ts'
import { sendMatches, sendMatchesCsv, showMatchesPage } from './matches.ts'
import type { Memory } from '../memory.ts'
import { reviewApi } from './review-api.ts'
import { postReview } from './review.ts'

/** The matches of a work: listed, looked at, decided one by one or together. */
export function matchRoutes(app: Rechecking, memory: Memory): Router {
  const form = [readForm, requireFormToken]
  const own = [...form, requireOwnSession]
  const deciding = [...form, requirePermission('decide')]
  return Router()
    .get('/works/:slug/matches', showMatchesPage(app, memory))
    .get('/works/:slug/matches.csv', sendMatchesCsv(app, memory))
    .get('/works/:slug/matches/by-network', showMatchesByNetworkPage(app, memory))
    .post('/works/:slug/views', own, postView(app))
    .post('/works/:slug/views/:id/name', own, postViewName(app))
    .post('/works/:slug/views/:id/remove', own, postViewRemoval(app))
    .post('/works/:slug/matches/bulk', deciding, previewBulkReview(app, memory))
    .post('/works/:slug/matches/recheck', form, requirePermission('scan'), postRecheck(app, memory))
    .post('/works/:slug/bulk', deciding, postBulkReview(app, memory))
    .get('/works/:slug/bulk/:id', showBulkPage(app))
    .post('/works/:slug/bulk/:id/back', deciding, postTakeBack(app))
    .get('/works/:slug/matches/:owner/:name', showMatchPage(app, memory))
    .post('/works/:slug/matches/:owner/:name/review', deciding, postReview(app, memory))
    .get('/api/v1/works/:slug/matches', sendMatches(app, memory))
    .get('/api/v1/works/:slug/matches/:owner/:name', sendMatch(app))
    .use(reviewApi(app, memory))
}
