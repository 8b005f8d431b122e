import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { isLoopback } from './is-loopback.ts'
import type { MailServer } from './mail-server.ts'

/** A connection that the server has greeted and where the login is done. Nothing is tried twice. */
export function openConnection({ host, port, secure, credentials }: MailServer): Promise<SMTPConnection> {
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
      if (credentials === null) return resolve(connection)
      connection.login({ credentials }, (refused) => (refused ? fail(refused) : resolve(connection)))
    })
  })
}

/** The server's own words where it said any; never what was sent to it. */
export function describeFailure(error: unknown): string {
  const { response, originalCode, code, message } = error as Partial<Record<string, string>>
  return (response ?? originalCode ?? code ?? message ?? 'unknown error').replace(/\s+/g, ' ').slice(0, 300)
}
