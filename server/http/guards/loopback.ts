import { isIPv4 } from 'node:net'
import { ClawbackError } from '../../errors.ts'

/** Whether only this machine can reach an address. A name other than `localhost` may resolve to anything. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/**
 * Until there are users with passwords, pages that show originals are for this machine alone.
 * @throws ClawbackError HOST_NEEDS_USERS
 */
export function requireUsersBeyondLoopback(host: string, users: number): void {
  if (isLoopback(host) || users > 0) return
  throw new ClawbackError(
    'HOST_NEEDS_USERS',
    `HOST is ${host}, which other machines may reach, and there are no users with passwords yet`,
    'Add one with "clawback user add NAME --role admin", or set HOST to 127.0.0.1.',
  )
}

/** How a host stands in a URL and in a Host header. */
export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
