import { describe, expect, it } from 'vitest'
import type { SourceEntry } from '../../../server/sources/source-entry.ts'
import { makeTgz } from './archives.ts'
import { fileOf, folderOf, read } from './reading-kit.ts'

const map = (sources: Record<string, string | null>) =>
  JSON.stringify({
    version: 3,
    sources: Object.keys(sources),
    sourcesContent: Object.values(sources),
    mappings: '',
  })
const inline = (json: string) =>
  `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(json).toString('base64')}\n`

function originsOf(entries: SourceEntry[]): Record<string, string | undefined> {
  return Object.fromEntries(
    entries.flatMap((entry) => (entry.kind === 'file' ? [[entry.path, entry.generatedFrom]] : [])),
  )
}

describe('a package whose bundle carries its map', () => {
  const files = {
    'package/package.json': '{}',
    'package/dist/cli.js': 'run()\n//# sourceMappingURL=cli.js.map\n',
    'package/dist/cli.js.map': map({ '../src/a.ts': 'a', '../node_modules/left/index.js': 'left' }),
    'package/readme.md': 'read me',
  }

  it.each(['folder', 'archive'])(
    'as a %s: the sources come too, and the bundle is generated',
    async (kind) => {
      const members = Object.entries(files).map(([name, content]) => ({ name, content }))
      const found = await read(
        kind === 'folder' ? folderOf(files) : fileOf('orbit-1.0.0.tgz', await makeTgz(members)),
      )
      expect(found.files).toEqual({
        ...files,
        'package/dist/cli.js.map!src/a.ts': 'a',
        'package/dist/cli.js.map!node_modules/left/index.js': 'left',
      })
      expect(found.skipped).toEqual({})
      expect(originsOf(found.entries)).toMatchObject({
        'package/dist/cli.js': 'package/dist/cli.js.map',
        'package/dist/cli.js.map': 'package/dist/cli.js.map',
        'package/dist/cli.js.map!src/a.ts': undefined,
        'package/readme.md': undefined,
      })
    },
  )

  it('a map in another folder is found by the link to it', async () => {
    const { entries } = await read(
      folderOf({
        'dist/a.js': 'a()\n//# sourceMappingURL=../maps/a.map\n',
        'maps/a.map': map({ 'a.ts': 'a' }),
      }),
    )
    expect(originsOf(entries)).toMatchObject({ 'dist/a.js': 'maps/a.map' })
  })

  it('in a data: URL, encoded or not', async () => {
    const percent = `/*# sourceMappingURL=data:application/json,${encodeURIComponent(map({ 'b.css': 'b {}' }))} */`
    const found = await read(
      folderOf({ 'a.js': `a()\n${inline(map({ 'src/a.ts': 'a' }))}`, 'b.css': `b{}\n${percent}` }),
    )
    expect(found.files).toMatchObject({ 'a.js!src/a.ts': 'a', 'b.css!b.css': 'b {}' })
    expect(originsOf(found.entries)).toMatchObject({ 'a.js': 'a.js', 'b.css': 'b.css' })
  })

  it('a map without the texts explains nothing: the built file stays an original', async () => {
    const found = await read(
      folderOf({
        'a.js': 'a()',
        'a.js.map': JSON.stringify({ version: 3, sources: ['a.ts', 'b.ts'], mappings: '' }),
      }),
    )
    expect(originsOf(found.entries)).toEqual({ 'a.js': undefined, 'a.js.map': undefined })
    expect(Object.keys(found.skipped)).toEqual(['a.js.map!a.ts', 'a.js.map!b.ts'])
    const mostly = await read(
      folderOf({ 'a.js': 'a()', 'a.js.map': map({ 'a.ts': 'a', 'b.ts': null, 'c.ts': null }) }),
    )
    expect(originsOf(mostly.entries)).toMatchObject({ 'a.js': undefined })
  })

  it('a text that is there under a path of its own, or in another map, comes once, and that is said', async () => {
    const found = await read(
      folderOf({
        'cjs/a.js.map': map({ '../src/a.ts': 'text of a', '../src/b.ts': 'text of b' }),
        'esm/a.js.map': map({ '../src/a.ts': 'text of a', '../src/b.ts': 'text of b' }),
        'src/a.ts': 'text of a',
      }),
    )
    expect(Object.keys(found.files).filter((path) => path.endsWith('.ts'))).toEqual([
      'cjs/a.js.map!src/b.ts',
      'src/a.ts',
    ])
    expect(found.skipped).toEqual({
      'cjs/a.js.map!src/a.ts': 'the same text as src/a.ts',
      'esm/a.js.map!src/a.ts': 'the same text as src/a.ts',
      'esm/a.js.map!src/b.ts': 'the same text as cjs/a.js.map!src/b.ts',
    })
  })

  it('equal texts within one map are files of their own', async () => {
    const { files } = await read(
      folderOf({ 'a.js.map': map({ 'x/index.ts': 'same', 'y/index.ts': 'same' }) }),
    )
    expect(files).toMatchObject({ 'a.js.map!x/index.ts': 'same', 'a.js.map!y/index.ts': 'same' })
  })

  it('a broken map is a file with a line about it; other things named .map are files', async () => {
    const { files, skipped } = await read(
      folderOf({
        'a.js.map': map({ 'a.ts': 'a' }).slice(0, -9),
        'world.map': 'tiles 4 4\n',
        'b.js': inline('{"version":3'),
      }),
    )
    expect(Object.keys(files)).toEqual(['a.js.map', 'b.js', 'world.map'])
    expect(Object.keys(skipped).sort()).toEqual(['a.js.map', 'b.js'])
  })
})
