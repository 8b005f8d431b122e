import type { MailOAuth } from './access-token.ts'

/** Where messages go out, from SMTP_URL. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; without it the connection is upgraded. */
  secure: boolean
  credentials: { user: string; pass: string } | { user: string; oauth: MailOAuth } | null
}

/** How a server is reached, and how one signs in where the URL has no password. */
export interface MailAccess {
  smtpUrl: string
  oauth?: MailOAuth | null
}

/** `smtp://user:password@host:587` or `smtps://…`, or a user alone; nothing else in the URL means anything. */
export function readMailServer({ smtpUrl, oauth = null }: MailAccess): MailServer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    credentials: username === '' ? null : credentialsOf(username, password, oauth),
  }
}

function credentialsOf(
  username: string,
  password: string,
  oauth: MailOAuth | null,
): NonNullable<MailServer['credentials']> {
  const user = decodeURIComponent(username)
  return password === '' && oauth !== null ? { user, oauth } : { user, pass: decodeURIComponent(password) }
}
