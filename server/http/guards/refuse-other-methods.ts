import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'

/** Pages are read and forms are posted; nothing here knows another way. */
export const refuseOtherMethods: RequestHandler = (req, res, next) => {
  if (['GET', 'HEAD', 'POST'].includes(req.method)) next()
  else {
    res.set('Allow', 'GET, HEAD, POST')
    throw new ClawbackError(
      'METHOD_UNKNOWN',
      `Nothing here takes ${req.method}`,
      'Read with GET, act with POST; /api/v1/openapi.json lists what there is.',
    )
  }
}
