import { hashToken, newToken } from '../../tasks/sessions/token.ts'

/** One-time links for whoever reads the terminal of the machine. Kept in memory, and gone with the process. */
export interface Links {
  /** A new one-time token. Up to `openLinks` wait at once; an older one gives way. */
  issue: () => string
  /** Whether a token is good: once, and for a while. */
  redeem: (token: string) => boolean
}

export const linkMinutes = 15

const openLinks = 8

/** Looking a hash up in a map tells no caller how near a guess was. */
export function createLinks(clock: () => Date, randomBytes: (size: number) => Buffer): Links {
  const ends = new Map<string, number>()
  return {
    issue() {
      const now = clock().getTime()
      for (const [hash, end] of ends) if (end <= now) ends.delete(hash)
      for (const hash of ends.keys()) if (ends.size >= openLinks) ends.delete(hash)
      const token = newToken(randomBytes)
      ends.set(hashToken(token), now + linkMinutes * 60_000)
      return token
    },
    redeem(token) {
      const hash = hashToken(token)
      const end = ends.get(hash)
      ends.delete(hash)
      return end !== undefined && clock().getTime() < end
    },
  }
}
