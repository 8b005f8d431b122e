/** What the tests use of smtp-server, which brings no types of its own. */
declare module 'smtp-server' {
  import type { EventEmitter } from 'node:events'
  import type { Server, Socket } from 'node:net'
  import type { Readable } from 'node:stream'

  interface Session {
    id: string
    user?: string
    envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] }
  }
  type Done = (error?: Error | null, result?: { user: string }) => void

  export class SMTPServer extends EventEmitter {
    constructor(options: {
      authOptional: boolean
      allowInsecureAuth: boolean
      disabledCommands: string[]
      authMethods?: string[]
      closeTimeout: number
      onConnect(session: Session, done: Done): void
      onAuth(
        auth: { username: string; password: string; accessToken?: string },
        session: Session,
        done: Done,
      ): void
      onMailFrom(address: { address: string }, session: Session, done: Done): void
      onRcptTo(address: { address: string }, session: Session, done: Done): void
      onData(stream: Readable, session: Session, done: Done): void
    })
    connections: Set<{ session: Session; _socket: Socket }>
    listen(port: number, host: string, listening: () => void): Server
    close(closed: () => void): void
  }
}
