import { afterEach, describe, expect, it } from 'vitest'
import { gitBlobId } from '../../../server/core/fingerprint/git-blob-id.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { inRepository, openPractice, valueOf } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const many = Object.fromEntries(
  Array.from({ length: 120 }, (_, index) => [`src/${index}.ts`, `export const answer${index} = ${index}\n`]),
)
const odd = {
  'bom.ts': '\uFEFFexport const a = 1\n',
  'crlf.ts': 'export const a = 1\r\nexport const b = 2\r\n',
  'latin1.js': Buffer.from('// caf\xe9\n', 'latin1'),
  'utf16.txt': Buffer.from('\uFEFFhello', 'utf16le'),
  'nul.bin': Buffer.from([0, 1, 2, 255, 0]),
  'empty.ts': '',
  'quotes.ts': 'const q = "\\u0000 \u2028 \u{1F600}"\n',
  'large.ts': `// ${'x'.repeat(79)}\n`.repeat(8000),
}
const world = defineWorld({ repositories: [{ owner: 'acme', name: 'sdk', files: { ...many, ...odd } }] })
const sdk = { owner: 'acme', name: 'sdk' }
const all = Object.entries({ ...many, ...odd }).map(([path, content]) => ({
  path,
  bytes: Buffer.from(content as string),
}))
const wanted = all.map(({ bytes }) => ({ blob: gitBlobId(bytes), bytes: bytes.length }))

let opened: (Practice & { close: () => Promise<void> }) | undefined
async function open(options: Partial<Parameters<typeof openPractice>[0]> = {}) {
  opened = await openPractice({ world, ...options })
  return opened
}
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

function expectAll(blobs: Awaited<ReturnType<Practice['github']['readBlobs']>>): void {
  expect(blobs.size).toBe(wanted.length)
  for (const { bytes } of all)
    expect(Buffer.from(valueOf<Uint8Array>(blobs.get(gitBlobId(bytes))))).toEqual(bytes)
}

describe('files', () => {
  it('come byte for byte, whatever they hold, in few requests', async () => {
    const { github, ledger } = await open()
    expectAll(await github.readBlobs(inRepository(sdk, wanted)))
    const counted = (bucket: string) => ledger.filter((entry) => entry.bucket === bucket).length
    expect(counted('graphql')).toBe(3)
    // Other encodings, binary and large ones: one by one.
    expect(counted('core')).toBe(4)
  })

  it('are read once for each id', async () => {
    const { github, ledger } = await open()
    const blobs = await github.readBlobs(inRepository(sdk, [...wanted, ...wanted]))
    expect(blobs.size).toBe(wanted.length)
    expect(ledger).toHaveLength(7)
  })

  it('come whole in bad weather, or could-not-tell', async () => {
    const { github } = await open({
      weather: { seed: 7, truncated: 0.15, reset: 0.1, badGateway: 0.15, serverError: 0.1 },
    })
    expectAll(await github.readBlobs(inRepository(sdk, wanted)))
  })

  it('are asked for in halves when it takes GitHub too long', async () => {
    const { github, practice } = await open({ limits: { graphqlRootFields: 100, graphqlNodesInTime: 20 } })
    expectAll(await github.readBlobs(inRepository(sdk, wanted)))
    expect(practice.requests.some(({ status }) => status === 502)).toBe(true)
  })

  it('that came before a resource limit cut the answer short are kept', async () => {
    const { github, practice } = await open({ limits: { graphqlNodesInResources: 20 } })
    expectAll(await github.readBlobs(inRepository(sdk, wanted)))
    expect(practice.requests.length).toBeLessThan(25)
  })

  it('that are nowhere are not-found, and the others come all the same', async () => {
    const { github } = await open()
    const missing = 'f'.repeat(40)
    const blobs = await github.readBlobs(
      inRepository(sdk, [{ blob: missing, bytes: 3 }, ...wanted.slice(0, 3)]),
    )
    expect(blobs.get(missing)).toEqual({ outcome: 'not-found' })
    expect([...blobs.values()].filter(({ outcome }) => outcome === 'found')).toHaveLength(3)
  })

  it('of a repository that is gone or blocked are could-not-tell or not-found, never found', async () => {
    const { github, practice } = await open({ limits: { graphqlDisabled: 'null' } })
    practice.world.block('acme/sdk')
    const blobs = await github.readBlobs(inRepository(sdk, wanted.slice(0, 5)))
    expect([...blobs.values()].map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 5 }, () => 'could-not-tell'),
    )
  })
})
