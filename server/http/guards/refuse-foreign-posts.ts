import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'

/**
 * A form on another site must not act here. Browsers say where a request comes from in headers that pages cannot
 * set (Fetch Metadata; Origin for those without it). A program that sends neither holds no one's cookie.
 */
export const refuseForeignPosts: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || comesFromHere(req.headers)) next()
  else
    throw new ClawbackError(
      'REQUEST_FOREIGN',
      'This request came from another site',
      'Do it from a page of Clawback.',
    )
}

function comesFromHere(headers: { [name: string]: string | string[] | undefined }): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  return origin === undefined || origin === `http://${String(host)}` || origin === `https://${String(host)}`
}
