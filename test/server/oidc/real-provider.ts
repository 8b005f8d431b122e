import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const client = { id: 'clawback', secret: 'a secret of the client that is long enough' }

/** A certified OpenID provider on loopback, with people whose addresses it has verified or not. */
export interface RealProvider {
  issuer: string
  /** Lets a Clawback at this address sign people in. */
  register: (returnUrl: string) => void
  close: () => Promise<void>
}

export async function startRealProvider(
  people: Readonly<Record<string, Record<string, unknown>>>,
): Promise<RealProvider> {
  let handle: RequestListener = (_req, res) => void res.writeHead(503).end()
  const server: Server = createServer((req, res) => handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    register(returnUrl) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [returnUrl],
            response_types: ['code'],
            grant_types: ['authorization_code'],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
        cookies: { keys: ['a key of this test'] },
      })
      handle = provider.callback()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * Walks a browser's way through the provider's own pages, as somebody who types this name: from where Clawback sends
 * them to the address that they come back to.
 */
export async function signInAtProvider(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  const origin = new URL(start).origin
  const ask = async (url: string, body?: URLSearchParams) => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  let answer = await ask(start)
  for (let steps = 0; steps < 12; steps++) {
    const location = answer.headers.get('location')
    if (location !== null) {
      const next = new URL(location, origin)
      if (next.origin !== origin) return next.href
      answer = await ask(next.href)
      continue
    }
    const html = await answer.text()
    const action = /action="([^"]+)"/.exec(html)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
    if (action === undefined || prompt === undefined)
      throw new Error(`No form at ${start}: ${html.slice(0, 300)}`)
    answer = await ask(new URL(action, origin).href, new URLSearchParams({ prompt, login, password: 'any' }))
  }
  throw new Error('The provider never sent anybody back')
}
