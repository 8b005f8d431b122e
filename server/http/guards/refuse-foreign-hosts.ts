import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { isLoopback, urlHost } from './loopback.ts'

/**
 * Refuses requests meant for another name: a hostile page can point its own name at 127.0.0.1 and would then
 * read ours as its own (DNS rebinding). The port is the listener's, or a tunnel's, so it is not compared. Where other
 * machines may come from, under names that nobody here can list, a session's cookie is what keeps a foreign name out.
 */
export function refuseForeignHosts(host: string): RequestHandler {
  const known = new Set(['127.0.0.1', 'localhost', '[::1]', urlHost(host)])
  return (req, _res, next) => {
    const name = (req.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
    if (!isLoopback(host) || known.has(name)) next()
    else {
      throw new ClawbackError(
        'HOST_FOREIGN',
        'This request names a host that is not this Clawback',
        `Open it as http://${urlHost(host)} with its port.`,
      )
    }
  }
}
