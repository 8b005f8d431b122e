import type { SignInOffer } from '../../render/pages/sign-in-page.ts'
import { listUsers } from '../../tasks/users/list-users.ts'
import { linkMinutes } from './links.ts'

/** The ways in that there are: by a link where it can be printed, by name once there are users. */
export async function offerSignIn(
  app: Parameters<typeof listUsers>[0],
  link: boolean,
): Promise<Omit<SignInOffer, 'next'>> {
  const users = await listUsers(app)
  return { link, byName: users.length > 0, minutes: linkMinutes }
}
