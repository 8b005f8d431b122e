declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface Hoodiecrow {
    server: Server
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    /** Binary strings: one character a byte. */
    appendMessage(path: string, flags: string[], date: Date, raw: string): void
  }

  export default function hoodiecrow(options: {
    plugins: string[]
    users: Record<string, { password: string }>
    storage: Record<string, { messages: { raw: string }[] }>
  }): Hoodiecrow
}
