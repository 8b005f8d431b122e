import { createTransport } from 'nodemailer'
import { ClawbackError } from '../errors.ts'

/** A plain letter: one sender, one recipient, and a text. */
export interface Message {
  from: string
  to: string
  subject: string
  text: string
  /** `<local@domain>` */
  messageId: string
  at: Date
  /** More headers, as the program that opens the file wants them. */
  headers: Readonly<Record<string, string>>
}

/**
 * The message as bytes (RFC 5322). The text is the only part, in quoted-printable: lines of any length, dots, other
 * scripts and blanks at the end of a line come out as they went in.
 * @throws ClawbackError ADDRESS_INVALID
 */
export async function composeMessage(message: Message): Promise<Buffer> {
  const { from, to, subject, text, messageId, at, headers } = message
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: bytes } = await transport.sendMail({
    from: { name: '', address: mailAddress(from) },
    to: { name: '', address: mailAddress(to) },
    subject,
    text: { content: text.replace(/\r?\n/g, '\r\n'), contentTransferEncoding: 'quoted-printable' },
    messageId,
    date: at,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  })
  return bytes as Buffer
}

/**
 * One address and nothing else: a list of them would make one sending into several.
 * @throws ClawbackError ADDRESS_INVALID
 */
export function mailAddress(text: string): string {
  const address = text.trim()
  if (/^[^\s@<>(),;:"[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(address)) return address
  throw new ClawbackError(
    'ADDRESS_INVALID',
    `"${address}" is not one e-mail address`,
    'Give it like name@example.com.',
  )
}
