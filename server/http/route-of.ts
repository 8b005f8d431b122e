import type { Request } from 'express'

/** The pattern that a request met, like `/works/:slug`, or `unmatched`. */
export function routeOf(req: Request): string {
  const route: unknown = req.route
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'unmatched'
  return typeof route.path === 'string' ? req.baseUrl + route.path : 'unmatched'
}
