import type { Request } from 'express'

/** What the browser calls itself: whoever looks at their sessions knows them by it. A stranger's text. */
export function agentOf(req: Request): string | null {
  return req.headers['user-agent'] ?? null
}
