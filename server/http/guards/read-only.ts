import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'

/** Nothing behind this changes anything: whatever is not a GET or a HEAD is refused. */
export const readOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') next()
  else {
    res.set('Allow', 'GET, HEAD')
    throw new ClawbackError(
      'READ_ONLY',
      'These pages only read',
      'Use the command line to change anything: clawback --help.',
    )
  }
}
