import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  from: string
  to: string[]
  /** As it came over the wire, dots unstuffed. */
  message: Buffer
  user: string | null
}

/** Where a server breaks the talk, instead of taking the message. */
export type Fault =
  | 'refuses sender'
  | 'refuses recipient'
  | 'refuses text'
  | 'hangs up while it reads'
  | 'hangs up after the text'
  | 'is silent before the text'
  | 'is silent after the text'

/** A real SMTP server on loopback; with credentials only for who knows them. */
export async function openSmtpServer(
  options: {
    fault?: Fault
    user?: string
    pass?: string
    /** Whoever it holds for comes in by a token, and nobody by a password. */
    isTokenOf?: (user: string, token: string) => Promise<boolean>
  } = {},
): Promise<{
  url: string
  received: Received[]
  connections: () => number
  /** How many messages it was asked to take. */
  asked: () => number
}> {
  const { fault, user, pass, isTokenOf } = options
  const received: Received[] = []
  let connections = 0
  let asked = 0
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const server = new SMTPServer({
    authOptional: user === undefined && isTokenOf === undefined,
    ...(isTokenOf === undefined ? {} : { authMethods: ['XOAUTH2'] }),
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    onConnect: (_session, done) => {
      connections += 1
      done()
    },
    onAuth: (auth, _session, done) => {
      if (isTokenOf !== undefined)
        void isTokenOf(auth.username, auth.accessToken ?? '').then((isTheirs) =>
          isTheirs ? done(null, { user: auth.username }) : done(refusal(535, 'Invalid token')),
        )
      else if (auth.username === user && auth.password === pass) done(null, { user: auth.username })
      else done(refusal(535, 'Invalid credentials'))
    },
    onMailFrom: (_address, _session, done) =>
      fault === 'refuses sender' ? done(refusal(550, 'Unknown sender')) : done(),
    onRcptTo: (_address, _session, done) => {
      asked += 1
      if (fault === 'refuses recipient') done(refusal(550, 'No such mailbox'))
      else if (fault !== 'is silent before the text') done()
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        if (fault === 'hangs up while it reads') drop(session.id)
      })
      stream.on('end', () => {
        if (fault === 'refuses text') return done(refusal(554, 'Looks like spam'))
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          message: Buffer.concat(parts),
          user: session.user ?? null,
        })
        if (fault === 'hangs up after the text') drop(session.id)
        else if (fault !== 'is silent after the text') done()
      })
    },
  })
  const drop = (id: string) => {
    for (const connection of server.connections)
      if (connection.session.id === id) connection._socket.destroy()
  }
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () =>
      resolve((listening.address() as { port: number }).port),
    )
  })
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const login = user === undefined ? '' : `${user}:${encodeURIComponent(pass ?? '')}@`
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    received,
    connections: () => connections,
    asked: () => asked,
  }
}
