import { Router } from 'express'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import type { Memory } from '../memory.ts'
import { postPause, postResume, postScan, postSchedule, postScheduleRemoval } from './act-on-scans.ts'
import { scanApi } from './api.ts'
import { sendScanEvents } from './scan-events.ts'
import type { ScanFeed } from './scan-feed.ts'
import type { Scanning } from './scanning.ts'
import { showScanRequestsPage, showScanStepsPage } from './show-lists.ts'
import { showNewScanPage } from './show-new-scan.ts'
import { showScanPage } from './show-scan.ts'
import { showScansPage } from './show-scans.ts'

/** What is looked for, when, and how far it has come: by page and by API. */
export function scanRoutes(app: Scanning, memory: Memory, feed: ScanFeed): Router {
  const scan = requirePermission('scan')
  const form = [readForm, requireFormToken, scan]
  return Router()
    .get('/works/:slug/scans', showScansPage(app))
    .post('/works/:slug/scans', form, postScan(app))
    .get('/works/:slug/scans/new', scan, showNewScanPage(app, memory))
    .post('/works/:slug/schedule', form, postSchedule(app))
    .post('/works/:slug/schedule/remove', form, postScheduleRemoval(app))
    .get('/works/:slug/scans/:id', showScanPage(app, memory))
    .get('/works/:slug/scans/:id/events', sendScanEvents(app, feed))
    .get('/works/:slug/scans/:id/requests', showScanRequestsPage(app))
    .get('/works/:slug/scans/:id/steps', showScanStepsPage(app))
    .post('/works/:slug/scans/:id/pause', form, postPause(app))
    .post('/works/:slug/scans/:id/resume', form, postResume(app))
    .use(scanApi(app))
}
