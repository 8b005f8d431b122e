import { ClawbackError } from '../../errors.ts'

const leastCharacters = 12
const mostCharacters = 256

/**
 * A password that its user chose. Length is what counts; no rule about kinds of characters, and no expiry
 * (NIST SP 800-63B, section 3.1.1.2).
 * @throws ClawbackError PASSWORD_WEAK
 */
export function requireGoodPassword(password: string, name: string): string {
  const characters = Array.from(password.normalize('NFKC')).length
  const fix = `Choose at least ${leastCharacters} characters, such as four words that do not belong together.`
  if (characters < leastCharacters) throw weak('The password is too short', fix)
  if (characters > mostCharacters) {
    throw weak('The password is too long', `Choose at most ${mostCharacters} characters.`)
  }
  if (new Set(password).size < 5) throw weak('The password repeats a few characters', fix)
  if (password.toLowerCase().includes(name)) throw weak('The password holds the name', fix)
  return password
}

/** 100 random bits in groups that can be read out: no letter that looks like a digit. */
export function generatePassword(randomBytes: (size: number) => Buffer): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const chosen = [...randomBytes(20)].map((byte) => letters[byte % letters.length]!)
  return [0, 5, 10, 15].map((start) => chosen.slice(start, start + 5).join('')).join('-')
}

function weak(message: string, fix: string): ClawbackError {
  return new ClawbackError('PASSWORD_WEAK', message, fix)
}
