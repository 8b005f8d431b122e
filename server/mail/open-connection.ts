import SMTPConnection from 'nodemailer/lib/smtp-connection'
import XOAuth2 from 'nodemailer/lib/xoauth2'
import { ClawbackError } from '../errors.ts'
import { fetchAccessToken } from './access-token.ts'
import { isLoopback } from './is-loopback.ts'
import type { MailServer } from './mail-server.ts'

type Login = Parameters<SMTPConnection['login']>[0]

/**
 * A connection that the server has greeted and where the login is done. No message is sent twice.
 * @throws ClawbackError MAIL_TOKEN_REFUSED, MAIL_TOKEN_UNREACHABLE; whatever the server or the network says
 */
export async function openConnection({ credentials, ...server }: MailServer): Promise<SMTPConnection> {
  return await signIn(server, credentials === null ? null : await loginOf(credentials))
}

async function loginOf(credentials: NonNullable<MailServer['credentials']>): Promise<Login> {
  if ('pass' in credentials) return { credentials }
  const { user, oauth } = credentials
  return { user, oauth2: new XOAuth2({ user, accessToken: await fetchAccessToken(oauth) }) }
}

function signIn(
  { host, port, secure }: Pick<MailServer, 'host' | 'port' | 'secure'>,
  login: Login | null,
): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      // A notice holds contact details, and the login a password: in the clear only within this machine.
      requireTLS: !secure && !isLoopback(host),
      connectionTimeout: 30_000,
      greetingTimeout: 30_000,
      socketTimeout: 120_000,
    })
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    connection.once('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (login === null) return resolve(connection)
      connection.login(login, (refused) => (refused ? fail(refused) : resolve(connection)))
    })
  })
}

/** The server's own words where it said any; never what was sent to it. */
export function describeFailure(error: unknown): string {
  if (error instanceof ClawbackError) return error.message
  const { response, originalCode, code, message } = error as Partial<Record<string, string>>
  return (response ?? originalCode ?? code ?? message ?? 'unknown error').replace(/\s+/g, ' ').slice(0, 300)
}
