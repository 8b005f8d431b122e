import type { RequestHandler } from 'express'

/** A mail scanner or a preview asks what is behind a link with HEAD: that must not use up what works once. */
export const spendNothingOnHead: RequestHandler = (req, res, next) => {
  if (req.method === 'HEAD') res.end()
  else next()
}
