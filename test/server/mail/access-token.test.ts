import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchAccessToken, type MailOAuth } from '../../../server/mail/access-token.ts'
import { greetServer } from '../../../server/mail/greet-server.ts'
import { readMailServer } from '../../../server/mail/mail-server.ts'
import { sendMessage } from '../../../server/mail/send-message.ts'
import { openSmtpServer } from './open-smtp-server.ts'
import { openTokenProvider } from './open-token-provider.ts'

const envelope = { from: 'ada@orbit.example', to: 'copyright@github.com' }
const message = Buffer.from('Subject: x\r\n\r\nx\r\n')

/** Signs in as somebody whose password stands nowhere. */
async function openByToken(user: string) {
  const provider = await openTokenProvider(user)
  const { url, received } = await openSmtpServer({ isTokenOf: provider.isTokenOf })
  const smtpUrl = url.replace('://', `://${encodeURIComponent(user)}@`)
  return { provider, received, smtpUrl }
}

/** Answers as a test says, and keeps what it was asked. */
async function openAnswering(answer: (res: ServerResponse, req: IncomingMessage) => void) {
  const asked: URLSearchParams[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      answer(res, req)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
  const oauth: MailOAuth = {
    tokenUrl,
    clientId: 'clawback',
    clientSecret: 'very secret',
    refreshToken: null,
    scope: null,
  }
  return { asked, oauth }
}

const json = (status: number, body: unknown) => (res: ServerResponse) =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('a mail server that wants a token', () => {
  it('takes the message of whoever the provider vouches for, with a new token for each connection', async () => {
    const { provider, received, smtpUrl } = await openByToken('notices@orbit.example')
    const server = readMailServer({ smtpUrl, oauth: provider.oauth })
    expect(await greetServer(server)).toBeNull()
    expect(await sendMessage(server, envelope, message)).toMatchObject({ state: 'accepted' })
    expect(received).toMatchObject([{ user: 'notices@orbit.example' }])
    expect(provider.given()).toBe(2)
  })

  it('takes nobody else, and nothing went out', async () => {
    const { provider, received, smtpUrl } = await openByToken('notices@orbit.example')
    const other = smtpUrl.replace('notices', 'eve')
    const mine = { smtpUrl, oauth: provider.oauth }
    for (const access of [
      { ...mine, smtpUrl: other },
      { ...mine, oauth: { ...provider.oauth, clientSecret: 'wrong' } },
      { ...mine, oauth: { ...provider.oauth, tokenUrl: 'http://127.0.0.1:9/token' } },
    ]) {
      const outcome = await sendMessage(readMailServer(access), envelope, message)
      expect(outcome.state).toBe('not-sent')
      expect(JSON.stringify(outcome)).not.toContain('secret')
    }
    expect(received).toEqual([])
  })

  it('is not told a token where the address has a password, and none is asked for', async () => {
    const provider = await openTokenProvider('ada')
    const { url, received } = await openSmtpServer({ user: 'ada', pass: 'pass word' })
    const server = readMailServer({ smtpUrl: url, oauth: provider.oauth })
    expect(await sendMessage(server, envelope, message)).toMatchObject({ state: 'accepted' })
    expect([received.length, provider.given()]).toEqual([1, 0])
  })
})

describe('a token', () => {
  it('is asked for in the program’s own right, or by a refresh token', async () => {
    const { asked, oauth } = await openAnswering(json(200, { access_token: 'abc', token_type: 'Bearer' }))
    expect(await fetchAccessToken({ ...oauth, scope: 'https://outlook.office365.com/.default' })).toBe('abc')
    expect(await fetchAccessToken({ ...oauth, clientSecret: null, refreshToken: '1//x+y' })).toBe('abc')
    expect(asked.map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'clawback',
        client_secret: 'very secret',
        scope: 'https://outlook.office365.com/.default',
      },
      { grant_type: 'refresh_token', client_id: 'clawback', refresh_token: '1//x+y' },
    ])
  })

  it.each<[string, (res: ServerResponse) => void, string, number]>([
    ['a refusal', json(400, { error: 'invalid_client', error_description: 'very secret' }), 'REFUSED', 4],
    ['a refusal in no words', json(401, {}), 'REFUSED', 4],
    ['an error that is none', json(400, { error: 'very secret\n' }), 'REFUSED', 4],
    ['no token', json(200, { token_type: 'Bearer' }), 'REFUSED', 4],
    ['a token that ends the line', json(200, { access_token: 'abc\r\nvery secret' }), 'REFUSED', 4],
    ['a page', (res) => void res.end('<p>very secret'), 'REFUSED', 4],
    ['a failure', json(503, {}), 'UNREACHABLE', 3],
    ['too many', json(429, { error: 'slow_down' }), 'UNREACHABLE', 3],
    ['another place', (res) => void res.writeHead(307, { location: '/' }).end(), 'UNREACHABLE', 3],
    ['nothing', (res) => void res.socket?.destroy(), 'UNREACHABLE', 3],
  ])('is none after %s, and the message holds no secret', async (_name, answer, code, exitCode) => {
    const { asked, oauth } = await openAnswering(answer)
    const error: unknown = await fetchAccessToken(oauth).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: `MAIL_TOKEN_${code}`, exitCode })
    expect((error as Error).message).not.toContain('very secret')
    expect(asked, 'once, and nowhere else').toHaveLength(1)
  })
})
