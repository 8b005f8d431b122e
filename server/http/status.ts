import type { RequestHandler } from 'express'
import { showStatus } from '../tasks/show-status.ts'
import type { Reading } from './reading.ts'
import { readQuery } from './view/read-query.ts'

export function sendStatus(app: Reading): RequestHandler {
  return async (req, res) => void res.json(await showStatus(app, readQuery(req.query, ['work']).work))
}
