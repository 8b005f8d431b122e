import { createInterface } from 'node:readline/promises'
import { ClawbackError } from '../server/errors.ts'

/**
 * Shows a message and has its signatory say so, by name: the statements in it are sworn.
 * @throws ClawbackError SEND_NOT_CONFIRMED
 */
export async function confirmSending(
  message: {
    from: string
    to: string
    subject: string
    text: string
    sha256: string
    signedBy: string | null
  },
  terminal: { input: NodeJS.ReadStream; output: NodeJS.WriteStream } = {
    input: process.stdin,
    output: process.stderr,
  },
): Promise<void> {
  const { from, to, subject, text, sha256, signedBy } = message
  if (!terminal.input.isTTY) {
    throw new ClawbackError(
      'SEND_NOT_CONFIRMED',
      'A notice is sent only when a person says so, and there is no terminal to ask on',
      'Run the command on a terminal, or with --yes.',
    )
  }
  terminal.output.write(
    `${text}\nFrom ${from}\nTo ${to}\nSubject ${subject}\nSHA-256 of the text ${sha256}\n\n`,
  )
  const asking = createInterface(terminal)
  try {
    const name = signedBy ?? ''
    const answer = await asking.question(`To send it, type the signatory's name (${name}): `)
    if (name !== '' && answer.trim() === name) return
  } finally {
    asking.close()
  }
  throw new ClawbackError(
    'SEND_NOT_CONFIRMED',
    'Nothing was sent',
    'Run the command again when it should be.',
  )
}
