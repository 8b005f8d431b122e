import type { RequestHandler } from 'express'
import type { Logger } from '../logger.ts'
import type { Metrics } from './metrics.ts'
import { routeOf } from './route-of.ts'

/** One line and one count a request: by route, so that neither a query nor a repository's name is kept. */
export function logRequests(logger: Logger, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = process.hrtime.bigint()
    res.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      const request = { method: req.method, route: routeOf(req), status: res.statusCode }
      metrics.count(request, seconds)
      logger.info({ ...request, ms: Math.round(seconds * 1e4) / 10 }, 'request')
    })
    next()
  }
}
