import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Viewer } from './viewer.ts'

/** A GitHub App that this GitHub knows, and where it is installed. */
export interface PracticeApp {
  id: number
  slug: string
  /** PEM; the App holds the private half. */
  publicKey: string
  installations: number[]
}

export interface MintedToken {
  token: string
  expiresAt: Date
}

/** https://docs.github.com/apps/creating-github-apps: a JWT for at most ten minutes, a token for one hour. */
const LONGEST_JWT = 600
const TOKEN_LIFE = 3_600_000

/** The Apps, and the tokens that their installations were given. */
export class Apps {
  readonly #apps: readonly PracticeApp[]
  readonly #tokens = new Map<string, { app: PracticeApp; installation: number; expiresAt: number }>()

  constructor(apps: readonly PracticeApp[]) {
    this.#apps = apps
  }

  /** The App that signed this JWT, or why GitHub takes it for none. */
  signedIn(authorization: string | undefined, now: Date): PracticeApp | string {
    const jwt = /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
    const [head = '', claims = '', signature = '', ...more] = jwt?.split('.') ?? []
    const header = readPart(head)
    const { iss, iat, exp } = readPart(claims)
    if (more.length > 0 || header['alg'] !== 'RS256' || typeof iat !== 'number' || typeof exp !== 'number')
      return 'A JSON web token could not be decoded'
    const seconds = now.getTime() / 1000
    if (exp <= seconds) return "'Expiration time' claim ('exp') is in the past"
    if (exp > seconds + LONGEST_JWT) return "'Expiration time' claim ('exp') is too far in the future"
    if (iat > seconds)
      return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
    const app = this.#apps.find(({ id }) => String(id) === String(iss))
    if (app === undefined) return 'Integration not found'
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      createPublicKey(app.publicKey),
      Buffer.from(signature, 'base64url'),
    )
    return isSigned ? app : 'A JSON web token could not be decoded'
  }

  mint(app: PracticeApp, installation: number, now: Date): MintedToken | undefined {
    if (!app.installations.includes(installation)) return undefined
    const token = `ghs_${createHash('sha256').update(`${app.id} ${installation} ${this.#tokens.size}`).digest('hex').slice(0, 36)}`
    // GitHub tells whole seconds.
    const expiresAt = Math.floor((now.getTime() + TOKEN_LIFE) / 1000) * 1000
    this.#tokens.set(token, { app, installation, expiresAt })
    return { token, expiresAt: new Date(expiresAt) }
  }

  /** Takes back every token of an installation; how many there were. */
  revoke(installation: number): number {
    const taken = [...this.#tokens].filter(([, token]) => token.installation === installation)
    for (const [token] of taken) this.#tokens.set(token, { ...this.#tokens.get(token)!, expiresAt: 0 })
    return taken.length
  }

  /** Whose installation token this is. All tokens of one installation share its budgets. */
  viewer(token: string, now: Date): Viewer | 'refused' {
    const known = this.#tokens.get(token)
    if (known === undefined || known.expiresAt <= now.getTime()) return 'refused'
    const { app, installation } = known
    return { login: `${app.slug}[bot]`, id: app.id, token: `installation ${installation}`, isApp: true }
  }
}

function readPart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
