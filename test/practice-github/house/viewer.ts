import { createHash } from 'node:crypto'

/** Who asks. Limits are kept for each token's user, or for an address without a token. */
export interface Viewer {
  login: string
  id: number
  token: string
}

/** Every token works except those named bad; each is a user of its own. */
export function viewerOf(
  authorization: string | undefined,
  badTokens: ReadonlySet<string>,
): Viewer | 'refused' | undefined {
  if (authorization === undefined || authorization === '') return undefined
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization.trim())?.[1]
  if (token === undefined || badTokens.has(token)) return 'refused'
  const hash = createHash('sha256').update(token).digest()
  return { login: `viewer-${hash.toString('hex').slice(0, 8)}`, id: 1_000_000 + hash.readUInt16BE(0), token }
}
