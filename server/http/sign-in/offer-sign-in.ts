import type { SignInOffer } from '../../render/pages/sign-in-page.ts'
import { listUsers } from '../../tasks/users/list-users.ts'
import { linkMinutes } from './links.ts'

/** The ways in that the server was started with. */
export interface WaysIn {
  /** A one-time link can be printed where the server runs. */
  link: boolean
  /** What the provider is called; null: there is none. */
  provider: string | null
  /** Passwords let people in. */
  passwords: boolean
}

/** The ways in that there are: by a link where it can be printed, by the provider, by name once there are users. */
export async function offerSignIn(
  app: Parameters<typeof listUsers>[0],
  { link, provider, passwords }: WaysIn,
): Promise<Omit<SignInOffer, 'next'>> {
  const users = await listUsers(app)
  return { link, provider, byName: passwords && users.length > 0, minutes: linkMinutes }
}
