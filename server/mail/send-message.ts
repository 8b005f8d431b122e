import { Readable } from 'node:stream'
import type { MailServer } from './mail-server.ts'
import { describeFailure, openConnection } from './open-connection.ts'

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
  // Read only after the server has agreed to sender, recipient and DATA.
  const body = new Readable({
    read() {
      text.begun = true
      this.push(message)
      this.push(null)
    },
  })
  try {
    return { state: 'accepted', reply: await handOver(server, envelope, body) }
  } catch (error) {
    // A refusal with a number is the server's last word, even after the text.
    const refused = Number((error as { responseCode?: number }).responseCode) >= 400
    return { state: text.begun && !refused ? 'unknown' : 'not-sent', reason: describeFailure(error) }
  }
}

async function handOver(
  server: MailServer,
  envelope: { from: string; to: string },
  body: Readable,
): Promise<string> {
  const connection = await openConnection(server)
  return await new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    connection.once('error', fail)
    connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) => {
      if (error) return fail(error)
      connection.quit()
      resolve(info.response)
    })
  })
}
