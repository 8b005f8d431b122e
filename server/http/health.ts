import type { RequestHandler } from 'express'
import { listWorks } from '../tasks/list-works.ts'
import type { Reading } from './reading.ts'

/** The process lives. */
export const showHealth: RequestHandler = (_req, res) => void res.json({ ok: true })

/** The process can answer: the database does. What is wrong with it is in the log, not in an answer to anyone. */
export function showReadiness(app: Reading): RequestHandler {
  return async (_req, res) => {
    try {
      await listWorks(app)
      res.json({ ready: true })
    } catch {
      res.status(503).json({ ready: false })
    }
  }
}
