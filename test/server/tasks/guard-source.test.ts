import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import type { App } from '../../../server/compose.ts'
import { addWork } from '../../../server/tasks/add-work.ts'
import { guardSource } from '../../../server/tasks/guard-source.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { openTestApp, temporaryFolder } from '../../open-test-app.ts'
import { makeTgz, makeZip } from '../sources/archives.ts'

const quiet = () => undefined
const originals = leakedFiles(3)
const [firstPath, firstText] = Object.entries(originals)[0]!
const clean = {
  'package.json': '{"name":"orbit","version":"1.0.0"}',
  'README.md': '# Orbit\n',
  'dist/cli.js': 'console.log("hello")\n//# sourceMappingURL=cli.js.map\n',
  '.env.example': 'ORBIT_TOKEN=\n',
}
const map = JSON.stringify({
  version: 3,
  sources: ['../src/a.ts', '../src/b.ts'],
  sourcesContent: ['export const a = 1\n', null],
  names: [],
  mappings: 'AAAA',
})

const guard = (app: App, source: string, works: string[] = []) => guardSource(app, { source, works }, quiet)

/** Guards these files as a package, and gives each finding as "kind path". */
async function findingsIn(files: Record<string, string>): Promise<string[]> {
  const { findings, safe } = await guard(await openTestApp(), await writeFolder(files))
  expect(safe).toBe(findings.length === 0)
  return findings.map(({ kind, path }) => `${kind} ${path}`).sort()
}

async function withWork(): Promise<App> {
  const app = await openTestApp()
  const source = await writeFolder(originals)
  await addWork(app, { source, title: 'Orbit', owner: 'Orbit Inc.', official: [] }, quiet)
  return app
}

describe('a package without anything that leaks', () => {
  it('is safe, also when it links to a map that it does not hold', async () => {
    expect(await findingsIn(clean)).toEqual([])
  })

  it('is safe beside a work that it shares nothing with', async () => {
    const report = await guard(
      await withWork(),
      await writeFolder({ ...clean, 'dist/x.js': writeProgramText(9, 900) }),
    )
    expect(report).toEqual({ safe: true, findings: [], works: ['orbit'], files: 5 })
  })
})

describe('source maps', () => {
  it('a map is found with the link to it and the sources in it', async () => {
    expect(await findingsIn({ ...clean, 'dist/cli.js.map': map })).toEqual([
      'embedded-sources dist/cli.js.map',
      'source-map dist/cli.js.map',
      'source-map-link dist/cli.js',
    ])
  })

  it('a map without texts is a map all the same', async () => {
    const bare = JSON.stringify({ version: 3, sources: ['../src/a.ts'], names: [], mappings: 'AAAA' })
    expect(await findingsIn({ 'a.d.ts.map': bare })).toEqual(['source-map a.d.ts.map'])
  })

  it('a map under another name is found by what it holds', async () => {
    expect(await findingsIn({ 'dist/chunk.json': map })).toEqual([
      'embedded-sources dist/chunk.json',
      'source-map dist/chunk.json',
    ])
  })

  it.each([
    ['at the end', (url: string) => `x()\n//# sourceMappingURL=${url}\n`],
    ['before other text', (url: string) => `x()\n//# sourceMappingURL=${url}\n/* more */ y()\n`],
    ['inside eval', (url: string) => `eval("x()\\n//# sourceMappingURL=${url}\\n//# sourceURL=a.ts")\n`],
  ])('a map in the text of a bundle, %s', async (_, write) => {
    const url = `data:application/json;charset=utf-8;base64,${Buffer.from(map).toString('base64')}`
    expect(await findingsIn({ 'cli.js': write(url) })).toEqual([
      'embedded-sources cli.js',
      'inline-source-map cli.js',
    ])
  })

  it.each([
    ['encoded for a URL', encodeURIComponent(map)],
    ['as it is', map],
  ])('a map in the text of a bundle, %s', async (_, data) => {
    const text = `x()\n//# sourceMappingURL=data:application/json;charset=utf-8,${data}\n`
    expect(await findingsIn({ 'cli.js': text, 'page.html': `<script>${text}</script>` })).toEqual([
      'embedded-sources cli.js',
      'embedded-sources page.html',
      'inline-source-map cli.js',
      'inline-source-map page.html',
    ])
  })

  it('a compiled program that can write such comments holds no map', async () => {
    const text = '\u007fELF\0\0//# sourceMappingURL=data:application/json;base64,couldnotfindtheloader'
    expect(await findingsIn({ 'bin/tool': text })).toEqual([])
    const data = Buffer.from(map).toString('base64')
    const bundle = `${text}\n//# sourceMappingURL=data:application/json;base64,${data}\0`
    expect(await findingsIn({ 'bin/bundle': bundle })).toHaveLength(2)
  })

  it('code that writes such comments holds no map', async () => {
    expect(
      await findingsIn({
        'tool.js': 'out += "//# sourceMappingURL=data:application/json;base64," + encode(map)\n',
      }),
    ).toEqual([])
  })

  it('a link to a map elsewhere cannot be called harmless offline', async () => {
    expect(await findingsIn({ 'a.js': 'x()\n//# sourceMappingURL=https://cdn.example/a.js.map\n' })).toEqual([
      'source-map-link a.js',
    ])
  })

  it('a map that is itself the source is judged', async () => {
    const file = join(await temporaryFolder(), 'cli.js.map')
    await writeFile(file, map)
    const { findings } = await guard(await openTestApp(), file)
    expect(findings.map(({ kind }) => kind)).toEqual(['source-map', 'embedded-sources'])
  })

  it('a map that is cut off is not called empty', async () => {
    expect(await findingsIn({ 'a.js.map': map.slice(0, 60) })).toEqual([
      'not-read a.js.map',
      'source-map a.js.map',
    ])
  })
})

describe('originals of a work', () => {
  it('an original and a fragment are found, in every work when none is named', async () => {
    const app = await withWork()
    const part = firstText.split('\n').slice(0, 60).join('\n')
    const source = await writeFolder({
      'dist/whole.ts': firstText,
      'dist/part.ts': `${writeProgramText(77, 300)}\n${part}\n`,
    })
    const { safe, findings } = await guard(app, source)
    expect(safe).toBe(false)
    expect(findings).toMatchObject([
      {
        path: 'dist/part.ts',
        kind: 'fragment',
        detail: expect.stringContaining(`${firstPath} of the work orbit`),
      },
      { path: 'dist/whole.ts', kind: 'original', detail: expect.stringMatching(/^strong, exact/) },
    ])
    expect((await guard(app, source, ['orbit'])).findings).toEqual(findings)
    await expect(guard(app, source, ['nothing'])).rejects.toMatchObject({ code: 'WORK_UNKNOWN' })
  })

  it('an original inside a map inside a package is found', async () => {
    const app = await withWork()
    const held = JSON.stringify({
      version: 3,
      sources: [firstPath],
      sourcesContent: [firstText],
      mappings: '',
    })
    const file = join(await temporaryFolder(), 'orbit.tgz')
    await writeFile(file, await makeTgz([{ name: 'package/cli.js.map', content: held }]))
    const { findings } = await guard(app, file)
    expect(findings).toContainEqual({
      path: `package/cli.js.map!${firstPath}`,
      kind: 'original',
      detail: `strong, exact: ${firstPath} of the work orbit`,
    })
  })
})

describe('what a package should not hold', () => {
  it('is found by name and by content, and not told', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    const source = await writeFolder({
      '.env': `TOKEN=${token}`,
      '.npmrc': '//registry.example/:_authToken=topsecret',
      'test/key.js': `k = "-----BEGIN PRIVATE KEY-----\\n${'MIIEvQIB'.repeat(8)}"`,
      '.git/config': '[core]',
      '.git/HEAD': 'ref',
    })
    const { findings } = await guard(await openTestApp(), source)
    expect(findings.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'environment-file .env',
      'token .env',
      'version-control .git',
      'credentials .npmrc',
      'private-key test/key.js',
    ])
    for (const secret of [token, 'topsecret', 'MIIE']) expect(JSON.stringify(findings)).not.toContain(secret)
  })

  it('a packed repository is one finding', async () => {
    const file = join(await temporaryFolder(), 'orbit.tgz')
    const members = ['HEAD', 'config', 'objects/ab/cd'].map((name) => ({
      name: `package/.git/${name}`,
      content: 'x',
    }))
    await writeFile(file, await makeTgz(members))
    const { findings } = await guard(await openTestApp(), file)
    expect(findings).toMatchObject([{ path: 'package/.git', kind: 'version-control' }])
  })
})

describe('what cannot be read is never called safe', () => {
  it('a damaged member, and an archive of a kind that is not opened', async () => {
    const file = join(await temporaryFolder(), 'a.zip')
    await writeFile(
      file,
      makeZip([
        { name: 'a.txt', content: 'a', claims: { crc: 1 } },
        { name: 'b.7z', content: '7z' },
        { name: 'c.txt', content: 'c' },
      ]),
    )
    const { safe, findings } = await guard(await openTestApp(), file)
    expect(safe).toBe(false)
    expect(findings.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['not-read a.txt', 'not-read b.7z'])
  })
})
