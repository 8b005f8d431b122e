import { Router } from 'express'
import type { Acting } from '../acting.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { postMailLink, sendAlerts, sendAlertsFeed, showInboxPage, showMailPage } from './inbox.ts'

/** What somebody must know: alerts, and mails with what they were taken for. */
export function inboxRoutes(app: Acting): Router {
  return Router()
    .get('/inbox', showInboxPage(app))
    .get('/inbox/alerts.xml', sendAlertsFeed(app))
    .get('/inbox/:id', showMailPage(app))
    .post('/inbox/:id/notice', readForm, requireFormToken, requirePermission('draft'), postMailLink(app))
    .get('/api/v1/alerts', sendAlerts(app))
}
