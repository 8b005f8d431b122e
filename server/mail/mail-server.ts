/** Where messages go out, from SMTP_URL. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; without it the connection is upgraded. */
  secure: boolean
  credentials: { user: string; pass: string } | null
}

/** `smtp://user:password@host:587` or `smtps://…`; nothing else in the URL means anything. */
export function readMailServer(smtpUrl: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    credentials:
      username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}
