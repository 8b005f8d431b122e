import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ClawbackError } from '../errors.ts'

/** A gigabyte over a slow line. Node gives up after five minutes; a line that falls silent is given up much earlier. */
const longestRequest = 60 * 60_000

/**
 * Listens, and says what to do when it cannot. Port 0 takes any free one.
 * @throws ClawbackError PORT_IN_USE, PORT_REFUSED, HOST_UNKNOWN
 */
export async function listen(
  handler: RequestListener,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ requestTimeout: longestRequest }, handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/** Answers what was asked, takes nothing new, and after the grace cuts off who will not finish. */
export async function stopListening(server: Server, graceMilliseconds: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new ClawbackError(
      'PORT_IN_USE',
      `Port ${port} of ${host} is in use`,
      'Stop what uses it, or choose another with --port (0 takes any free one).',
    )
  }
  if (error.code === 'EACCES') {
    return new ClawbackError(
      'PORT_REFUSED',
      `The system refuses port ${port} to this user`,
      'Choose a port from 1024 on with --port.',
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new ClawbackError(
      'HOST_UNKNOWN',
      `${host} is not an address of this machine`,
      'Set HOST to 127.0.0.1.',
    )
  }
  return error
}
