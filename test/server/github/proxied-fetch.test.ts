import { expect, it } from 'vitest'
import { createProxiedFetch } from '../../../server/github/proxied-fetch.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { startProxy } from './connect-proxy.ts'
import { inRepository, openPractice, valueOf } from './open-practice.ts'

const world = defineWorld({
  repositories: [
    { owner: 'acme', name: 'sdk', files: { 'a.bin': Buffer.from([0, 255, 1]), 'b.ts': 'let b\n' } },
  ],
})
const sdk = { owner: 'acme', name: 'sdk' }
const none = { httpsProxy: null, httpProxy: null, noProxy: null }

it('asks everything through the proxy, in tunnels that it cannot read, and reads the same', async () => {
  const proxy = await startProxy()
  const { connect, practice, close } = await openPractice({ world })
  const github = connect({ fetch: createProxiedFetch({ ...none, httpProxy: proxy.url }) })

  expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
  const { heads } = valueOf(await github.listHeads(sdk))
  const { entries } = valueOf(await github.readTree(sdk, heads[0]!.tree))
  const files = await github.readBlobs(inRepository(sdk, entries))

  expect([...files.values()].map((file) => Buffer.from(valueOf(file)).toString('latin1'))).toEqual(
    expect.arrayContaining(['\u0000\u00ff\u0001', 'let b\n']),
  )
  expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(practice.url).host]))
  expect(proxy.readable).toEqual([])
  await close()
})

it('asks hosts directly that the proxy is not for', async () => {
  const proxy = await startProxy()
  const { connect, close } = await openPractice({ world })
  const fetch = createProxiedFetch({ ...none, httpProxy: proxy.url, noProxy: '127.0.0.1' })
  expect(await connect({ fetch }).getRepository(sdk)).toMatchObject({ outcome: 'available' })
  expect(proxy.tunnels).toEqual([])
  await close()
})

it('signs in at a proxy that asks for it, and repeats its password nowhere', async () => {
  const proxy = await startProxy('hunter2')
  const { connect, ledger, close } = await openPractice({ world })
  const withPassword = proxy.url.replace('//', '//user:hunter2@')
  const through = (httpProxy: string) => connect({ fetch: createProxiedFetch({ ...none, httpProxy }) })
  expect(await through(withPassword).getRepository(sdk)).toMatchObject({ outcome: 'available' })
  const refused = await through(withPassword.replace('hunter2', 'hunter3')).getRepository(sdk)
  expect(refused).toMatchObject({ outcome: 'could-not-tell' })
  expect(JSON.stringify([refused, ledger])).not.toContain('hunter')
  await close()
})

it('that is not there is could-not-tell, and nothing goes past it', async () => {
  const { connect, practice, close } = await openPractice({ world })
  const github = connect({ fetch: createProxiedFetch({ ...none, httpProxy: 'http://127.0.0.1:9' }) })
  expect(await github.getRepository(sdk)).toMatchObject({
    outcome: 'could-not-tell',
    reason: expect.stringContaining('ECONNREFUSED'),
  })
  expect(practice.requests).toEqual([])
  await close()
})
