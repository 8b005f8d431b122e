import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSource } from '../../../server/sources/read-source.ts'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import { makeTgz } from './archives.ts'
import { collect, fileOf, scratch } from './reading-kit.ts'

const sha = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes)
const map = JSON.stringify({
  version: 3,
  sources: ['../src/cli.ts'],
  sourcesContent: ['the source'],
  mappings: '',
})
const members = [
  {
    name: 'package/package.json',
    content: '{"name":"orbit","version":"2.1.0","scripts":{"prepare":"touch ran"}}',
  },
  { name: 'package/dist/cli.js', content: 'run()\n' },
  { name: 'package/dist/cli.js.map', content: map },
]

interface Served {
  name: string
  tarball: Buffer
  dist?: (tarball: Buffer) => object
  token?: string
}

/** A registry: the packument and the tarball, as `npm publish` leaves them, behind a token if one is set. */
async function registryOf({ name, tarball, dist, token }: Served): Promise<string> {
  const server: Server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '')
    const { port } = server.address() as AddressInfo
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end('{}')
    } else if (url === `/${name}`) {
      const described = dist?.(tarball) ?? { integrity: `sha512-${sha('sha512', tarball).digest('base64')}` }
      const tarballUrl = `http://127.0.0.1:${port}/${name}/-/orbit-2.1.0.tgz`
      const version = { name, version: '2.1.0', dist: { tarball: tarballUrl, ...described } }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ name, 'dist-tags': { latest: '2.1.0' }, versions: { '2.1.0': version } }))
    } else if (url.endsWith('.tgz')) response.end(tarball)
    else response.writeHead(404).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Nothing of the machine's own npm settings, but what the test puts into .npmrc. */
function environmentWith(npmrc: string): NodeJS.Dict<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name))
  return {
    ...Object.fromEntries(inherited),
    NPM_CONFIG_USERCONFIG: fileOf('.npmrc', npmrc),
    NPM_CONFIG_FETCH_RETRIES: '0',
  }
}

function readPackage(spec: string, npmrc: string, scratchFolder = scratch()) {
  return collect(
    readSource(`npm:${spec}`, {
      limits: defaultSourceLimits,
      environment: environmentWith(npmrc),
      scratchFolder,
    }),
  )
}

describe('npm:NAME@VERSION', () => {
  it('gives the package that the registry serves, and leaves nothing behind', async () => {
    const registry = await registryOf({ name: 'orbit', tarball: await makeTgz(members) })
    const scratchFolder = join(scratch(), 'made', 'when', 'needed')
    const { files, skipped } = await readPackage('orbit@2.1.0', `registry=${registry}\n`, scratchFolder)
    expect(skipped).toEqual({})
    expect(files).toEqual({
      ...Object.fromEntries(members.map(({ name, content }) => [name, content])),
      'package/dist/cli.js.map!src/cli.ts': 'the source',
    })
    expect(readdirSync(scratchFolder)).toEqual([])
    expect(existsSync('ran')).toBe(false)
  })

  it('takes scope and credentials from .npmrc', async () => {
    const registry = await registryOf({
      name: '@orbit/cli',
      tarball: await makeTgz(members),
      token: 'marmalade',
    })
    const npmrc = `@orbit:registry=${registry}\n${registry.replace('http:', '')}:_authToken=marmalade\n`
    expect(Object.keys((await readPackage('@orbit/cli@2.1.0', npmrc)).files)).toHaveLength(4)
    await expect(readPackage('@orbit/cli@2.1.0', `@orbit:registry=${registry}\n`)).rejects.toMatchObject({
      code: 'NPM_REFUSED',
    })
  })

  it.each([
    [
      'another package’s sha512',
      () => ({ integrity: `sha512-${sha('sha512', Buffer.from('x')).digest('base64')}` }),
    ],
    ['only a sha1, and a wrong one', () => ({ shasum: sha('sha1', Buffer.from('x')).digest('hex') })],
    [
      'a right sha1 beside a wrong sha512',
      (tarball: Buffer) => ({
        shasum: sha('sha1', tarball).digest('hex'),
        integrity: `sha1-${sha('sha1', tarball).digest('base64')} sha512-${sha('sha512', Buffer.from('x')).digest('base64')}`,
      }),
    ],
    ['no hash at all', () => ({})],
  ])('yields nothing when the registry gives %s', async (_, dist) => {
    const registry = await registryOf({ name: 'orbit', tarball: await makeTgz(members), dist })
    await expect(readPackage('orbit@2.1.0', `registry=${registry}\n`)).rejects.toMatchObject({
      code: 'NPM_INTEGRITY_WRONG',
      exitCode: 2,
    })
  })

  it('a sha1 is enough where the registry has no more', async () => {
    const dist = (tarball: Buffer) => ({ shasum: sha('sha1', tarball).digest('hex') })
    const registry = await registryOf({ name: 'orbit', tarball: await makeTgz(members), dist })
    expect(Object.keys((await readPackage('orbit@2.1.0', `registry=${registry}\n`)).files)).toHaveLength(4)
  })

  it('an unknown package, an unknown version, a registry that is down', async () => {
    const registry = await registryOf({ name: 'orbit', tarball: await makeTgz(members) })
    await expect(readPackage('tangent@2.1.0', `registry=${registry}\n`)).rejects.toMatchObject({
      code: 'NPM_PACKAGE_NOT_FOUND',
    })
    await expect(readPackage('orbit@9.9.9', `registry=${registry}\n`)).rejects.toMatchObject({
      code: 'NPM_PACKAGE_NOT_FOUND',
    })
    await expect(readPackage('orbit@2.1.0', 'registry=http://127.0.0.1:9/\n')).rejects.toMatchObject({
      code: 'NPM_UNREACHABLE',
      exitCode: 3,
    })
  })

  it('a package that is no archive', async () => {
    const registry = await registryOf({ name: 'orbit', tarball: Buffer.from('not an archive') })
    await expect(readPackage('orbit@2.1.0', `registry=${registry}\n`)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:NPM_FAILED|ARCHIVE_CORRUPT)$/) as string,
    })
  })
})
