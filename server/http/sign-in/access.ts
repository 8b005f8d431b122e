import { createHash } from 'node:crypto'

/** Who may look: one-time links that become sessions. Kept in memory, and gone with the process. */
export interface Access {
  /** A new one-time token. Up to `openLinks` wait at once; an older one gives way. */
  issueLink: () => string
  /** The session that a token is good for: once, and for a while. */
  redeem: (token: string) => string | null
  isOpen: (session: string) => boolean
  close: (session: string) => void
}

export const linkMinutes = 15
export const sessionHours = 12

const openLinks = 8
const openSessions = 64

/**
 * Tokens are 256 random bits, and only their SHA-256 is kept: what reads this memory signs in nowhere.
 * Looking a hash up in a map tells no caller how near a guess was.
 */
export function createAccess(clock: () => Date, randomBytes: (size: number) => Buffer): Access {
  const links = new Map<string, number>()
  const sessions = new Map<string, number>()

  function issue(kept: Map<string, number>, most: number, milliseconds: number): string {
    const now = clock().getTime()
    for (const [hash, end] of kept) if (end <= now) kept.delete(hash)
    for (const hash of kept.keys()) if (kept.size >= most) kept.delete(hash)
    const token = randomBytes(32).toString('base64url')
    kept.set(hashOf(token), now + milliseconds)
    return token
  }

  function holds(kept: Map<string, number>, token: string): boolean {
    const end = kept.get(hashOf(token))
    return end !== undefined && clock().getTime() < end
  }

  return {
    issueLink: () => issue(links, openLinks, linkMinutes * 60_000),
    redeem(token) {
      const good = holds(links, token)
      links.delete(hashOf(token))
      return good ? issue(sessions, openSessions, sessionHours * 3_600_000) : null
    },
    isOpen: (session) => holds(sessions, session),
    close: (session) => void sessions.delete(hashOf(session)),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
