import type { RequestHandler, Response } from 'express'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

/** Less than a packet is not worth it. */
const smallest = 1_400

/** A page is made anew for each who asks: the last tenth of its size would cost most of the time. */
const quick = { level: constants.Z_BEST_SPEED }

const texts = /^(?:text\/|application\/(?:json|javascript|xml)|image\/svg)/

/**
 * Pages, styles and scripts go out compressed to those who read gzip. Not where another site caused the request: what
 * it puts into the address stands on the page beside what is secret, and how well both compress would tell the secret
 * (BREACH).
 */
export const compressAnswers: RequestHandler = (req, res, next) => {
  const from = req.get('sec-fetch-site') ?? 'none'
  if (req.acceptsEncodings('gzip') !== 'gzip' || (from !== 'none' && from !== 'same-origin')) {
    next()
    return
  }
  const send = res.send.bind(res) as (body: unknown) => Response
  res.send = (body: unknown) => {
    if (!(typeof body === 'string' || Buffer.isBuffer(body)) || body.length < smallest) return send(body)
    if (typeof body === 'string' && res.get('Content-Type') === undefined) res.type('html')
    if (res.get('Content-Encoding') !== undefined || !texts.test(res.get('Content-Type') ?? ''))
      return send(body)
    res.send = send
    res.vary('Accept-Encoding')
    promisify(gzip)(body, quick).then((packed) => send.call(res, packed), next)
    res.set('Content-Encoding', 'gzip')
    return res
  }
  next()
}
