import { createHash } from 'node:crypto'
import type { Apps } from './apps.ts'

/** Who asks. Limits are kept for each token's user, or for an address without a token. */
export interface Viewer {
  login: string
  id: number
  token: string
  /** An installation of an App: no person, and so no account of its own. */
  isApp?: boolean
}

/** Every token works except those named bad; each is a user of its own. Tokens of Apps must have been given out. */
export function viewerOf(
  authorization: string | undefined,
  { badTokens, apps, now }: { badTokens: ReadonlySet<string>; apps: Apps; now: Date },
): Viewer | 'refused' | undefined {
  if (authorization === undefined || authorization === '') return undefined
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization.trim())?.[1]
  if (token === undefined || badTokens.has(token)) return 'refused'
  // A JWT is for what an App asks by its own name.
  if (token.startsWith('eyJ')) return 'refused'
  if (token.startsWith('ghs_')) return apps.viewer(token, now)
  const hash = createHash('sha256').update(token).digest()
  return { login: `viewer-${hash.toString('hex').slice(0, 8)}`, id: 1_000_000 + hash.readUInt16BE(0), token }
}
