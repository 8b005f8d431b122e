import type { RequestHandler } from 'express'

/** Originals, names and drafts are for the eyes that asked, not for a disk cache. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
