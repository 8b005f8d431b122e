import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createGitHub } from '../../../server/github/create-github.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that is no GitHub: for what GitHub itself would never answer. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function connect(apiUrl: string) {
  return createGitHub({
    apiUrl,
    tokens: ['a-secret-token'],
    clock: () => new Date('2026-06-10T09:00:00Z'),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    ledger: () => undefined,
    userAgent: 'clawback-test',
    patience: 3_600_000,
  })
}

const sdk = { owner: 'acme', name: 'sdk' }

describe('a server that is no GitHub', () => {
  it('gets the credentials sent nowhere else by a redirect', async () => {
    const seen: (string | undefined)[] = []
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.end('{}')
    })
    for (const location of [
      `${elsewhere}/repos/acme/sdk`,
      '//evil.example/',
      'file:///etc/passwd',
      '',
      ':',
    ]) {
      const api = await serve((_, response) => response.writeHead(301, { location }).end('{}'))
      expect(await connect(api).getRepository(sdk)).toMatchObject({ outcome: 'could-not-tell' })
    }
    expect(seen).toEqual([])
  })

  it('does not hold it in a circle of redirects', async () => {
    let count = 0
    const api: string = await serve((_, response) => {
      count++
      response.writeHead(301, { location: `${api}/repositories/${count}` }).end('{}')
    })
    expect(await connect(api).getRepository(sdk)).toMatchObject({ outcome: 'could-not-tell' })
    expect(count).toBeLessThan(6)
  })

  it.each([
    ['nothing', ''],
    ['HTML', '<html>'],
    ['half a document', '{"id": 1, "node_id": "R_'],
    ['another document', '{"hello": "world"}'],
    ['null', 'null'],
    [
      'a repository with impossible parts',
      '{"id": -1, "node_id": null, "name": "", "owner": {}, "fork": 0, "private": 0}',
    ],
  ])('that answers 200 with %s is not believed', async (_, body) => {
    const api = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    )
    const github = connect(api)
    const answers: { outcome: string }[] = [
      await github.getRepository(sdk),
      await github.searchCode({ query: 'x' }),
      await github.listHeads(sdk),
      await github.readTree(sdk, 'a'.repeat(40)),
      ...(await github.readBlobs([{ blob: 'a'.repeat(40), bytes: 1, repository: sdk }])).values(),
    ]
    for await (const page of github.listForks(sdk)) answers.push(page)
    for (const { outcome } of answers) expect(outcome).toBe('could-not-tell')
    expect(answers).toHaveLength(6)
    expect(JSON.stringify(answers)).not.toContain('a-secret-token')
  })

  it('is told who asks, in which version of the API, as an installation may require', async () => {
    let headers: IncomingMessage['headers'] = {}
    const api = await serve((request, response) => {
      headers = request.headers
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
    })
    await connect(api).getRepository(sdk)
    expect(headers).toMatchObject({
      accept: 'application/vnd.github+json',
      authorization: 'token a-secret-token',
      'user-agent': expect.stringContaining('clawback-test'),
      'x-github-api-version': '2022-11-28',
    })
  })
})
