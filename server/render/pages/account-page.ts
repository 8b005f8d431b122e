import { definePage, type Frame, type Page } from './engine.ts'

export interface AccountPage extends Frame {
  person: { name: string; fullName: string | null; roles: string }
  /** Null: came by the one-time link, and has none. */
  account: {
    /** A secret to set up; null when a second factor is. */
    secondFactor: { secret: string; grouped: string; uri: string } | null
    /** What a new token may be given. */
    scopes: string[]
    tokens: {
      id: number
      label: string
      scopes: string
      expiresAt: string
      lastUsedAt: string | null
    }[]
  } | null
  /** A token that was just made: shown this once. */
  madeToken: string | null
  /** The password is to be changed before anything else. */
  passwordDue: boolean
  sessions: {
    id: string
    openedAt: string
    expiresAt: string
    via: string
    agent: string | null
    /** The one that this page is read in. */
    current: boolean
  }[]
}

export const renderAccountPage: Page<AccountPage> = definePage('account')
