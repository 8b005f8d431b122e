import { ClawbackError } from '../errors.ts'

/** Where tokens are, and by what right they are asked for: a refresh token, or the program's own credentials. */
export interface MailOAuth {
  tokenUrl: string
  clientId: string
  clientSecret: string | null
  refreshToken: string | null
  scope: string | null
}

const TIMEOUT = 20_000

/**
 * A new access token (RFC 6749, sections 4.4 and 6): one for each connection, so that none is kept. What the provider
 * says is in no message but for its own short word; redirects are not followed, since the secret would go with them.
 * @throws ClawbackError MAIL_TOKEN_REFUSED, MAIL_TOKEN_UNREACHABLE
 */
export async function fetchAccessToken(oauth: MailOAuth): Promise<string> {
  const answer = await ask(oauth)
  const said = (await answer.json().catch(() => null)) as Record<string, unknown> | null
  const token = said?.['access_token']
  if (answer.ok && typeof token === 'string' && /^[\x21-\x7e]{1,16000}$/.test(token)) return token
  if (answer.status >= 500 || answer.status === 429) throw notReached(oauth, `answered ${answer.status}`)
  const error = said?.['error']
  const word = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `"${error}"` : answer.status
  throw new ClawbackError(
    'MAIL_TOKEN_REFUSED',
    `${new URL(oauth.tokenUrl).host} gave no token for the mail server: ${answer.ok ? 'its answer holds none' : word}`,
    'Check MAIL_OAUTH_CLIENT_ID, its secret or refresh token, and MAIL_OAUTH_SCOPE with the provider.',
    { exitCode: 4 },
  )
}

async function ask(oauth: MailOAuth): Promise<Response> {
  const { tokenUrl, clientId, clientSecret, refreshToken, scope } = oauth
  const form = new URLSearchParams({
    ...(refreshToken === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }),
    client_id: clientId,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    ...(scope === null ? {} : { scope }),
  })
  try {
    return await fetch(tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': 'clawback' },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw notReached(oauth, isLate ? 'did not answer in time' : 'could not be reached')
  }
}

function notReached({ tokenUrl }: MailOAuth, why: string): ClawbackError {
  return new ClawbackError(
    'MAIL_TOKEN_UNREACHABLE',
    `${new URL(tokenUrl).host} ${why}, and without a token the mail server lets nobody in`,
    'Check MAIL_OAUTH_TOKEN_URL and the network; the same command goes on.',
    { exitCode: 3 },
  )
}
