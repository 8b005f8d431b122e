import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../server/github/client.ts'
import type { WireRequest } from '../../../server/github/client.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const client = createClient({ token: 'a-secret-token', userAgent: 'clawback-test' })
const get = (url: string, timeout = 60_000): WireRequest => ({ method: 'GET', url, headers: {}, timeout })

describe('a client', () => {
  it.each([200, 202, 301, 304, 404, 422, 451, 500, 502])(
    'takes status %i for an answer, with its body',
    async (status) => {
      const url = await serve((_, response) => {
        response.writeHead(status, { 'content-type': 'application/json', 'x-given': 'yes' })
        response.end(status === 304 ? undefined : '{"a":"\u00e9"}')
      })
      const reply = await client(get(url))
      expect(reply).toMatchObject({ status, headers: { 'x-given': 'yes' } })
      if (status !== 304) expect(JSON.parse(reply.body.toString())).toEqual({ a: '\u00e9' })
    },
  )

  it('changes no byte of a body, whatever its type claims', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0, 0x80, 0x0d, 0x0a, 0xef, 0xbb, 0xbf])
    for (const type of [
      'application/vnd.github.raw+json; charset=utf-8',
      'text/plain',
      'application/json',
      'nonsense',
    ]) {
      const url = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(bytes))
      expect((await client(get(url))).body).toEqual(bytes)
    }
  })

  it('never takes half an answer for a whole one', async () => {
    const announced = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"half":', () => response.destroy())
    })
    const chunked = await serve((_, response) => {
      response.writeHead(200).write('{"half": true}', () => response.destroy())
    })
    const silent = await serve((_, response) => response.destroy())
    for (const url of [announced, chunked, silent])
      await expect(client(get(url))).rejects.toThrow(expect.objectContaining({ name: 'ConnectionFailed' }))
  })

  it('waits no longer than it was told, for the beginning and for the end', async () => {
    const never = await serve(() => undefined)
    const dripping = await serve((_, response) => {
      response.writeHead(200).write('{')
    })
    for (const url of [never, dripping])
      await expect(client(get(url, 200))).rejects.toThrow('no answer in time')
  })

  it('refuses what cannot be a token, and repeats it nowhere', () => {
    for (const token of ['ghp_abc\ndef', 'ghp abc', 'ghp_\u2026', '']) {
      let thrown: unknown
      try {
        createClient({ token, userAgent: 'clawback-test' })
      } catch (error) {
        thrown = error
      }
      expect(thrown).toMatchObject({ code: 'GITHUB_TOKEN_INVALID' })
      expect(JSON.stringify([String(thrown), thrown])).not.toContain('ghp')
    }
  })
})
