import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

export interface Wire {
  port: number
  /** Cuts each connection when the server has sent so many bytes in it; Infinity: never. */
  cutAfter: (bytes: number) => void
  /** Milliseconds that each piece waits. */
  delay: (milliseconds: number) => void
  /** Bytes that the server has sent so far, over all connections. */
  carried: () => number
}

/** A wire to the mail server that can be slow, and break. */
export async function layWire(to: number): Promise<Wire> {
  let limit = Infinity
  let wait = 0
  let total = 0
  const server = createServer((client) => void carry(client)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())

  async function carry(client: Socket) {
    const upstream = connect(to, '127.0.0.1')
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end)
    client.pipe(upstream)
    let sent = 0
    try {
      for await (const piece of upstream as AsyncIterable<Buffer>) {
        if (wait > 0) await sleep(wait)
        client.write(piece.subarray(0, Math.max(0, limit - sent)))
        sent += piece.length
        total += piece.length
        if (sent >= limit) break
      }
    } catch {
      // The other side went away first.
    }
    client.end(end)
  }

  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => (limit = bytes),
    delay: (milliseconds) => (wait = milliseconds),
    carried: () => total,
  }
}
