import { definePage, type Frame, type Page } from './engine.ts'

/** The ways to sign in that there are. */
export interface SignInOffer {
  /** A one-time link can be printed in the server's terminal. */
  link: boolean
  /** How the provider is called; null: there is none. */
  provider: string | null
  /** There are users with passwords. */
  byName: boolean
  /** How long a link works. */
  minutes: number
  /** Where to go afterwards. */
  next: string
}

export interface SignInPage extends Frame {
  signIn: SignInOffer
  refused: boolean
  /** Somebody has just signed out who came by the provider, where they are signed in still. */
  left: boolean
}

export const renderSignInPage: Page<SignInPage> = definePage('sign-in')
