import type { checkCredentials } from '../../tasks/users/check-credentials.ts'
import type { openSession } from '../../tasks/sessions/open-session.ts'

/** What signing in needs. */
export type SigningIn = Parameters<typeof checkCredentials>[0] & Parameters<typeof openSession>[0]
