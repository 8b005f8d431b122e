import { Router, type RequestHandler } from 'express'
import { pipeline } from 'node:stream/promises'
import { streamEvents } from '../../tasks/log/stream-events.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { showEventPage } from './show-event.ts'
import { showLogPage } from './show-log.ts'

/** The log: looked through, one event at a time, and whole as a file. */
export function logRoutes(app: Reading & { clock: () => Date }, memory: Memory): Router {
  return Router()
    .get('/log', showLogPage(app, memory))
    .get('/log.jsonl', sendLog(app))
    .get('/log/:seq', showEventPage(app))
}

/** Every event as it lies in the database, so that anybody can check the chain without Clawback. */
function sendLog(app: Reading): RequestHandler {
  return async (req, res) => {
    res.attachment('clawback-log.jsonl').type('application/jsonl')
    if (req.method === 'HEAD') res.end()
    else await pipeline(streamEvents(app), res)
  }
}
