import { Router, type RequestHandler } from 'express'
import type { WorkIntakes } from '../../tasks/intake/take-in.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { describeIntake } from './describe-intake.ts'
import { receiveSource, type Begin, type TakingIn } from './receive-source.ts'
import { postStop, sendIntake, showIntakePage } from './show-intake.ts'
import { beginWork, postWork, showWorkNewPage } from './show-work-new.ts'

/** Adding a work, and what becomes of each source that is being read. */
export function workNewRoutes(app: TakingIn, intakes: WorkIntakes): Router {
  const scan = requirePermission('scan')
  return Router()
    .get('/works/new', scan, showWorkNewPage(intakes))
    .post('/works', scan, postWork(app, intakes))
    .get('/intakes/:id', showIntakePage(intakes))
    .post('/intakes/:id/stop', readForm, requireFormToken, scan, postStop(intakes))
    .post('/api/v1/works', scan, sendBegun(app, intakes, beginWork(intakes)))
    .get('/api/v1/intakes/:id', sendIntake(intakes))
}

/** The document of what was begun, and where to ask how far it is. */
export function sendBegun(app: TakingIn, intakes: WorkIntakes, begin: Begin): RequestHandler {
  return async (req, res) => {
    const intake = await receiveSource(app, intakes, { req, res, begin, tell: () => undefined })
    res.status(202).location(`/api/v1/intakes/${intake.id}`).json(describeIntake(intake))
  }
}
