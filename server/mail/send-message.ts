import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from './mail-server.ts'

/**
 * What is known of a message once the talk with the server has ended. `accepted`: the server took it over.
 * `not-sent`: it certainly did not. `unknown`: the text was on its way when the talk broke off.
 */
export type SendOutcome =
  | { state: 'accepted'; reply: string }
  | { state: 'not-sent'; reason: string }
  | { state: 'unknown'; reason: string }

/** Hands one message to the mail server, once; nothing is ever tried again. */
export async function sendMessage(
  server: MailServer,
  envelope: { from: string; to: string },
  message: Buffer,
): Promise<SendOutcome> {
  const text = { begun: false }
  const body = new Readable({
    read() {
      text.begun = true
      this.push(message)
      this.push(null)
    },
  })
  try {
    return { state: 'accepted', reply: await talk(server, envelope, body) }
  } catch (error) {
    const reason = describe(error)
    // The server reads the text only after it agreed to all before; a refusal with a number is its last word.
    return { state: text.begun && !isRefusal(error) ? 'unknown' : 'not-sent', reason }
  }
}

function talk(server: MailServer, envelope: { from: string; to: string }, body: Readable): Promise<string> {
  const { host, port, secure, credentials } = server
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
    const send = () =>
      connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) => {
        if (error) return fail(error)
        connection.quit()
        resolve(info.response)
      })
    connection.once('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (credentials === null) return send()
      connection.login({ credentials }, (refused) => (refused ? fail(refused) : send()))
    })
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function isRefusal(error: unknown): boolean {
  return Number((error as { responseCode?: number }).responseCode) >= 400
}

/** The server's own words where it said any; never what we sent to it. */
function describe(error: unknown): string {
  const { response, originalCode, code, message } = error as Partial<Record<string, string>>
  return (response ?? originalCode ?? code ?? message ?? 'unknown error').replace(/\s+/g, ' ').slice(0, 300)
}
