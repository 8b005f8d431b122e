import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Proxy {
  url: string
  /** `host:port` of every tunnel that was asked for. */
  tunnels: string[]
  /** Requests that were not for a tunnel: what a proxy could have read. */
  readable: string[]
}

/** A CONNECT proxy on the loopback interface. `password`: it asks for `user:password`. */
export async function startProxy(password?: string): Promise<Proxy> {
  const proxy: Proxy = { url: '', tunnels: [], readable: [] }
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    proxy.readable.push(request.url ?? '')
    response.writeHead(405).end()
  })
  server.on('connect', (request, near: Socket) => {
    const given = Buffer.from(request.headers['proxy-authorization']?.replace(/^Basic /, '') ?? '', 'base64')
    if (password !== undefined && given.toString() !== `user:${password}`) {
      near.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    proxy.tunnels.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const far = connect(Number(port), host, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.pipe(near)
      near.pipe(far)
    })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return proxy
}
