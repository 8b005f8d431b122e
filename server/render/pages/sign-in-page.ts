import { definePage, type Frame, type Page } from './engine.ts'

/** The ways to sign in that there are. */
export interface SignInOffer {
  /** A one-time link can be printed in the server's terminal. */
  link: boolean
  /** There are users with passwords. */
  byName: boolean
  /** How long a link works. */
  minutes: number
  /** Where to go afterwards. */
  next: string
}

export const renderSignInPage: Page<Frame & { signIn: SignInOffer; refused: boolean }> = definePage('sign-in')
