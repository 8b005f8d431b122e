import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

/** What a liar between or behind can change of an answer. */
export interface Lies {
  /** Changes the claims of the token. */
  claims?: (claims: Claims) => Claims
  /** Changes the token as it is signed. */
  token?: (parts: {
    header: Claims
    payload: Claims
    sign: (header: Claims, payload: Claims, key?: KeyObject) => string
  }) => string
  /** Changes the description. */
  description?: (description: Claims) => Claims
  /** Answers the code with this instead. */
  answer?: { status: number; body: unknown }
}

export interface HostileProvider {
  issuer: string
  lies: Lies
  /** The nonce that goes into the next token, as an honest provider would have read it. */
  nonce: string
  codesTaken: string[]
  close: () => Promise<void>
}

/** A provider that signs what it is told to, with a real key. */
export async function startHostileProvider(clientId: string): Promise<HostileProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server: Server = createServer((req, res) => {
    void (async () => {
      const json = (body: unknown, status = 200) =>
        void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (req.url === '/.well-known/openid-configuration') {
        const description = {
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          authorization_response_iss_parameter_supported: true,
        }
        json(provider.lies.description?.(description) ?? description)
      } else if (req.url === '/keys') {
        json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
      } else if (req.url === '/token') {
        let body = ''
        for await (const chunk of req) body += String(chunk)
        provider.codesTaken.push(new URLSearchParams(body).get('code') ?? '')
        if (provider.lies.answer !== undefined) {
          json(provider.lies.answer.body, provider.lies.answer.status)
          return
        }
        const now = Math.floor(Date.now() / 1000)
        const honest: Claims = {
          iss: provider.issuer,
          sub: 'subject-1',
          aud: clientId,
          iat: now,
          exp: now + 300,
          nonce: provider.nonce,
          email: 'ada@orbit.example',
          email_verified: true,
        }
        const payload = provider.lies.claims?.(honest) ?? honest
        const header = { alg: 'RS256', kid: 'one', typ: 'JWT' }
        const token = provider.lies.token?.({ header, payload, sign }) ?? sign(header, payload)
        json({ access_token: 'opaque', token_type: 'Bearer', id_token: token })
      } else json({}, 404)
    })()
  })
  const encode = (part: Claims) => Buffer.from(JSON.stringify(part)).toString('base64url')
  function sign(header: Claims, payload: Claims, key: KeyObject = privateKey): string {
    const input = `${encode(header)}.${encode(payload)}`
    return `${input}.${createSign('sha256').update(input).sign(key).toString('base64url')}`
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const provider: HostileProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lies: {},
    nonce: '',
    codesTaken: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return provider
}
