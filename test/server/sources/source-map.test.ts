import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseSourcePath, UniquePaths } from '../../../server/sources/source-path.ts'
import { readSourceMap } from '../../../server/sources/source-map.ts'
import { fileOf, read } from './reading-kit.ts'

const mapOf = (map: object) =>
  fileOf('cli.js.map', JSON.stringify({ version: 3, mappings: 'AAAA', names: [], ...map }))

describe('a source map gives its sources', () => {
  it('by their normalised paths', async () => {
    const sources = [
      'webpack://orbit/./src/a.ts',
      'webpack:///../shared/b.ts?3f2a',
      '../../lib/c.ts',
      'file:///home/someone/orbit/d.ts',
      'C:\\orbit\\e.ts',
      '/abs/f.ts',
    ]
    const { files } = await read(mapOf({ sources, sourcesContent: sources.map((_, n) => `text ${n}`) }))
    expect(files).toEqual({
      'src/a.ts': 'text 0',
      'shared/b.ts': 'text 1',
      'lib/c.ts': 'text 2',
      'home/someone/orbit/d.ts': 'text 3',
      'orbit/e.ts': 'text 4',
      'abs/f.ts': 'text 5',
    })
  })

  it('below its sourceRoot, wherever that stands in the file', async () => {
    const { files } = await read(
      mapOf({ sources: ['a.ts', '/b.ts'], sourcesContent: ['a', 'b'], sourceRoot: '../pkg/src/' }),
    )
    expect(files).toEqual({ 'pkg/src/a.ts': 'a', 'b.ts': 'b' })
  })

  it('sectioned', async () => {
    const section = (source: string) => ({
      offset: { line: 0, column: 0 },
      map: { version: 3, sources: [source], sourcesContent: [source] },
    })
    const { files } = await read(
      mapOf({ sections: [section('a.ts'), section('b.ts'), { offset: {}, url: 'elsewhere.map' }] }),
    )
    expect(files).toEqual({ 'a.ts': 'a.ts', 'b.ts': 'b.ts' })
  })

  it('two sources of one name are both there', async () => {
    const { files } = await read(
      mapOf({ sources: ['a.vue?x', 'a.vue?y', '../a.vue'], sourcesContent: ['x', 'y', 'z'] }),
    )
    expect(files).toEqual({ 'a.vue': 'x', 'a~2.vue': 'y', 'a~3.vue': 'z' })
  })

  it('what it does not hold is said, source by source', async () => {
    const { files, skipped } = await read(
      mapOf({ sources: ['a.ts', 'b.ts', null, 'd.ts'], sourcesContent: ['a', null, 'c'] }),
    )
    expect(files).toEqual({ 'a.ts': 'a', unnamed: 'c' })
    expect(skipped).toEqual({
      'b.ts': 'its text is null in the source map',
      'd.ts': 'the source map does not hold its text',
    })
    expect((await read(mapOf({ sources: ['a.ts'] }))).skipped).toHaveProperty(['a.ts'])
  })

  it('with a mark on what the map says is not of its author’s making', async () => {
    for (const key of ['ignoreList', 'x_google_ignoreList']) {
      const { entries } = await read(
        mapOf({ sources: ['a.ts', 'b.ts'], sourcesContent: ['a', 'b'], [key]: [1] }),
      )
      expect(entries).toMatchObject([{ path: 'a.ts' }, { path: 'b.ts', ignoreListed: true }])
      expect(entries[0]).not.toHaveProperty('ignoreListed')
    }
  })

  it('with a byte order mark or a guard against script inclusion before it', async () => {
    const json = JSON.stringify({ version: 3, sources: ['a.ts'], sourcesContent: ['a'] })
    for (const before of ['\ufeff', ")]}'\n", ")]}'garbage\n"]) {
      expect((await read(fileOf('a.map', before + json))).files).toEqual({ 'a.ts': 'a' })
    }
  })

  it('text for text, as JSON.parse would', () => {
    const sources = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 8 })
    fc.assert(
      fc.property(
        sources,
        fc.infiniteStream(fc.string({ unit: 'binary' })),
        fc.jsonValue(),
        fc.boolean(),
        (names, texts, noise, pretty) => {
          const sourcesContent = names.map(() => texts.next().value as string)
          const map = JSON.stringify(
            { noise, version: 3, sourcesContent, sources: names },
            null,
            pretty ? 2 : 0,
          )
          const found = [...readSourceMap(Buffer.from(map))]
          expect(found.map(({ path }) => path)).toEqual(names)
          // Through bytes and back, as a lone half of a surrogate pair has no bytes of its own.
          expect(found.map(({ bytes }) => bytes?.toString())).toEqual(
            sourcesContent.map((text) => Buffer.from(text).toString()),
          )
        },
      ),
    )
  })
})

describe('a map that is bad as a whole yields nothing but an error', () => {
  const whole = JSON.stringify({
    version: 3,
    sources: ['a.ts', 'b.ts'],
    sourcesContent: ['a"]}', 'b\\'],
    names: [{}],
  })

  it('cut off anywhere', async () => {
    for (let length = 0; length < whole.length; length += 1) {
      await expect(read(fileOf('a.map', whole.slice(0, length)))).rejects.toMatchObject({
        code: 'SOURCE_MAP_INVALID',
      })
    }
  })

  it.each([
    '[]',
    '"x"',
    'null',
    '{}',
    '{"version":3}',
    'not JSON',
    '{"sources" ["a"]}',
    '{"sources":["\\x"]}',
    '{"sources":["a" "b"]}',
  ])('%s', async (text) => {
    await expect(read(fileOf('a.map', text))).rejects.toMatchObject({ code: 'SOURCE_MAP_INVALID' })
  })

  it('noise gives sources or an error with a code, never another', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...'{}[]",:\\ns1'.split(''),
            '"sources"',
            '"sections"',
            '"sourcesContent"',
            '"map"',
          ),
          {
            maxLength: 40,
          },
        ),
        (pieces) => {
          try {
            for (const { path } of readSourceMap(Buffer.from(pieces.join('')))) expect(path).not.toBe('')
          } catch (error) {
            expect(error).toMatchObject({ code: 'SOURCE_MAP_INVALID' })
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('nesting without end costs nothing: it is stepped over, not built', async () => {
    const deep = 4_000_000
    const bomb = `{"version":3,"x":${'['.repeat(deep)}${']'.repeat(deep)},"sources":["a.ts"],"sourcesContent":["a"]}`
    const before = process.memoryUsage().heapUsed
    const { files } = await read(fileOf('a.map', bomb))
    expect(files).toEqual({ 'a.ts': 'a' })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000)
  })

  it('more sources than the limit', async () => {
    const sources = Array.from({ length: 50 }, (_, n) => `${n}.ts`)
    await expect(read(mapOf({ sources, sourcesContent: sources }), { entries: 40 })).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
    })
    const { skipped } = await read(
      mapOf({ sources: ['a.ts', 'b.ts'], sourcesContent: ['x'.repeat(500), 'b'] }),
      { fileBytes: 100 },
    )
    expect(Object.keys(skipped)).toEqual(['a.ts'])
  })
})

describe('paths of sources', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        'a',
        'C:',
        'webpack:',
        '//',
        '?',
        '\0',
        'x:',
        ':',
        'file:///',
        ' ',
        '~',
        '.ts',
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join(''))

  it('never escape, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 3000 })),
        fc.oneof(hostile, fc.constant('')),
        (source, root) => {
          const path = normaliseSourcePath(root, source)
          expect(path).not.toBe('')
          expect(path.length).toBeLessThanOrEqual(1100)
          expect(path).not.toMatch(/^[A-Za-z]:|^\/|\\|[\0-\x1f]/)
          expect(path.split('/')).not.toContain('..')
          expect(path.split('/')).not.toContain('.')
        },
      ),
      { numRuns: 3000 },
    )
  })

  // A quadratic expression would take hours on these.
  it.each(['?', '/', '../', 'a:', '\\0', 'webpack://'])('megabytes of %j', (piece) => {
    const path = normaliseSourcePath('root', `${piece.repeat(3_000_000)}/x`)
    expect(path).toMatch(/x$/)
    expect(path.length).toBeLessThanOrEqual(1100)
  })

  it('normalising twice is normalising once', () => {
    const plain = fc
      .array(fc.stringMatching(/^[A-Za-z0-9_@-][\w.@-]{0,12}$/), { minLength: 1, maxLength: 5 })
      .map((segments) => segments.join('/'))
    fc.assert(
      fc.property(plain, (path) => {
        expect(normaliseSourcePath('', path)).toBe(path)
      }),
    )
  })

  it('are given once each, also when the next free name is taken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a.ts', 'a~2.ts', 'a~3.ts', 'a', '.a', 'x/.a'), { maxLength: 30 }),
        (paths) => {
          const unique = new UniquePaths()
          expect(new Set(paths.map((path) => unique.claim(path))).size).toBe(paths.length)
        },
      ),
    )
  })

  it('a hundred thousand of one name are no work', () => {
    const unique = new UniquePaths()
    for (let n = 0; n < 100_000; n += 1) unique.claim('a.ts')
    expect(unique.claim('a.ts')).toBe('a~100001.ts')
  })
})
