import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTar, makeTgz, makeZip } from './archives.ts'
import { fileOf, read } from './reading-kit.ts'

const plainPath = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_ é中-][A-Za-z0-9_. é中-]{0,20}$/), { minLength: 1, maxLength: 6 })
  .map((segments) => segments.join('/'))
  .filter((path) => !/\.(tar|tgz|gz|zip|vsix|jar|whl|nupkg|map|bz2|xz|zst|tbz2?|txz|7z|rar)$/i.test(path))
const members = fc.uniqueArray(
  fc.record({ name: plainPath, content: fc.string({ unit: 'binary', maxLength: 3000 }) }),
  {
    selector: (member) => member.name,
    maxLength: 12,
  },
)
const contents = (list: { name: string; content: string }[]) =>
  Object.fromEntries(list.map(({ name, content }) => [name, Buffer.from(content).toString()]))

describe('an archive gives back what was packed', () => {
  it('tar, plain and gzipped', async () => {
    await fc.assert(
      fc.asyncProperty(members, fc.boolean(), async (list, gzipped) => {
        const file = fileOf(gzipped ? 'a.tgz' : 'a.tar', gzipped ? await makeTgz(list) : await makeTar(list))
        expect((await read(file)).files).toEqual(contents(list))
      }),
      { numRuns: 60 },
    )
  })

  it('zip', async () => {
    await fc.assert(
      fc.asyncProperty(members, async (list) => {
        expect((await read(fileOf('a.zip', makeZip(list)))).files).toEqual(contents(list))
      }),
      { numRuns: 60 },
    )
  })

  it('a .tgz that is not gzipped is read as the tar it is', async () => {
    const { files } = await read(fileOf('a.tgz', await makeTar([{ name: 'a.ts', content: 'a' }])))
    expect(files).toEqual({ 'a.ts': 'a' })
  })

  it('an archive inside an archive is opened in its place', async () => {
    const inner = makeZip([{ name: 'src/deep.ts', content: 'deep' }])
    const { files } = await read(
      fileOf('a.tgz', await makeTgz([{ name: 'vendor/inner.zip', content: inner }])),
    )
    expect(files).toEqual({ 'vendor/inner.zip!src/deep.ts': 'deep' })
  })
})

const hostileNames = [
  '../evil.ts',
  'a/../../evil.ts',
  '/etc/evil.ts',
  'C:/evil.ts',
  '..\\evil.ts',
  'a\u001b[2Jb.ts',
]

describe('hostile members become lines, and their neighbours are read', () => {
  it.each(hostileNames)('the name %j in a tar', async (name) => {
    const { files, entries } = await read(
      fileOf(
        'a.tar',
        await makeTar([
          { name, content: 'x' },
          { name: 'good.ts', content: 'good' },
        ]),
      ),
    )
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(entries.filter((entry) => entry.kind === 'skipped')).toHaveLength(1)
  })

  it.each(hostileNames)('the name %j in a zip', async (name) => {
    const { files, entries } = await read(
      fileOf(
        'a.zip',
        makeZip([
          { name, content: 'x' },
          { name: 'good.ts', content: 'good' },
        ]),
      ),
    )
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(entries.filter((entry) => entry.kind === 'skipped')).toHaveLength(1)
  })

  it('NUL in a zip name', async () => {
    const { files, skipped } = await read(fileOf('a.zip', makeZip([{ name: 'a\0.ts', content: 'x' }])))
    expect(files).toEqual({})
    expect(Object.keys(skipped)).toEqual(['a\\x00.ts'])
  })

  it('links and devices in a tar', async () => {
    const tar = await makeTar([
      { name: 'symbolic', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard', type: 'link', linkname: 'good.ts' },
      { name: 'block', type: 'block-device' },
      { name: 'pipe', type: 'fifo' },
      { name: 'folder', type: 'directory' },
      { name: 'good.ts', content: 'good' },
    ])
    const { files, skipped } = await read(fileOf('a.tar', tar))
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(Object.keys(skipped).sort()).toEqual(['block', 'hard', 'pipe', 'symbolic'])
    expect(skipped['hard']).toContain('good.ts')
  })

  it('a symbolic link and an encrypted member in a zip', async () => {
    const zip = makeZip([
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'secret', content: 'x', claims: { flags: 1 } },
      { name: 'strange', content: 'x', claims: { method: 99 } },
      { name: 'good.ts', content: 'good' },
    ])
    const { files, skipped } = await read(fileOf('a.zip', zip))
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(skipped['link']).toContain('symbolic link')
    expect(skipped['secret']).toContain('encrypted')
    expect(skipped['strange']).toContain('99')
  })

  it('a name that comes twice is read once, and said', async () => {
    const twice = [
      { name: 'a.ts', content: 'first' },
      { name: 'a.ts', content: 'second' },
    ]
    for (const file of [fileOf('a.tar', await makeTar(twice)), fileOf('a.zip', makeZip(twice))]) {
      const { files, skipped } = await read(file)
      expect(files).toEqual({ 'a.ts': 'first' })
      expect(skipped['a.ts']).toContain('more than once')
    }
  })

  it('names that differ only in case are two files: nothing is unpacked onto a disk that confuses them', async () => {
    const cased = [
      { name: 'README.ts', content: 'upper' },
      { name: 'readme.ts', content: 'lower' },
    ]
    expect((await read(fileOf('a.tar', await makeTar(cased)))).files).toEqual({
      'README.ts': 'upper',
      'readme.ts': 'lower',
    })
  })

  it('a zip member whose size or checksum is a lie', async () => {
    const zip = makeZip([
      { name: 'small.ts', content: 'x'.repeat(5000), claims: { size: 10 } },
      { name: 'large.ts', content: 'x', claims: { size: 5000 } },
      { name: 'sum.ts', content: 'x', claims: { crc: 1 } },
      { name: 'good.ts', content: 'good' },
    ])
    const { files, skipped } = await read(fileOf('a.zip', zip))
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(Object.keys(skipped).sort()).toEqual(['large.ts', 'small.ts', 'sum.ts'])
  })

  it('a file beyond the limit, without losing the next', async () => {
    const list = [
      { name: 'big.ts', content: 'x'.repeat(5000) },
      { name: 'good.ts', content: 'good' },
    ]
    for (const file of [fileOf('a.tgz', await makeTgz(list)), fileOf('a.zip', makeZip(list))]) {
      const { files, skipped } = await read(file, { fileBytes: 1000 })
      expect(files).toEqual({ 'good.ts': 'good' })
      expect(skipped['big.ts']).toContain('larger than')
    }
  })

  it('archives nested deeper than the limit', async () => {
    let nested = makeZip([{ name: 'a.ts', content: 'a' }])
    for (let depth = 0; depth < 5; depth += 1) nested = makeZip([{ name: 'n.zip', content: nested }])
    const { files, skipped } = await read(fileOf('a.zip', nested), { depth: 2 })
    expect(files).toEqual({})
    expect(skipped).toEqual({ 'n.zip!n.zip!n.zip': 'an archive inside 2 others is not opened' })
  })

  it('a damaged archive inside a whole one', async () => {
    const tgz = await makeTgz([
      { name: 'bad.tgz', content: 'not gzip, not tar' },
      { name: 'bad.zip', content: 'PK\x03\x04 and nothing' },
      { name: 'old.tar.xz', content: 'x' },
      { name: 'good.ts', content: 'good' },
    ])
    const { files, skipped } = await read(fileOf('a.tgz', tgz))
    expect(files).toEqual({ 'good.ts': 'good' })
    expect(Object.keys(skipped).sort()).toEqual(['bad.tgz', 'bad.zip', 'old.tar.xz'])
  })
})

describe('an archive that is bad as a whole yields nothing but an error with a code and a fix', () => {
  const list = Array.from({ length: 40 }, (_, n) => ({
    name: `src/${n}.ts`,
    content: `export const n${n} = ${n}\n`.repeat(200),
  }))

  it('cut off anywhere', async () => {
    const tgz = await makeTgz(list)
    const tar = await makeTar(list)
    const zip = makeZip(list)
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.97, noNaN: true }),
        fc.constantFrom('tgz', 'tar', 'zip'),
        async (share, kind) => {
          const whole = { tgz, tar, zip }[kind]
          let cut = Math.floor(whole.length * share)
          // A tar cut between two members is a shorter tar: nothing in it says how many there are.
          if (kind === 'tar') cut += cut % 512 === 0 ? 7 : 0
          await expect(read(fileOf(`a.${kind}`, whole.subarray(0, cut)))).rejects.toMatchObject({
            code: 'ARCHIVE_CORRUPT',
            exitCode: 2,
            fix: expect.stringContaining('again') as string,
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('noise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 4000 }),
        fc.constantFrom('tgz', 'tar', 'zip'),
        async (noise, kind) => {
          // All zeros are the end mark of an empty tar.
          fc.pre(kind !== 'tar' || noise.length === 0 || noise.some((byte) => byte !== 0))
          await expect(read(fileOf(`a.${kind}`, Buffer.from(noise)))).rejects.toMatchObject({
            code: 'ARCHIVE_CORRUPT',
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a bomb: far more comes out than went in', async () => {
    const zeros = Buffer.alloc(3_000_000)
    const limits = { freeBytes: 1_000_000, ratio: 100 }
    const tgz = gzipSync(await makeTar([{ name: 'zeros.ts', content: zeros }]))
    await expect(read(fileOf('a.tgz', tgz), limits)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' })
    const zip = makeZip([{ name: 'zeros.ts', content: zeros }])
    await expect(read(fileOf('a.zip', zip), limits)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' })
  })

  it('too many entries, too much in all: also when it hides in a nested archive', async () => {
    const nested = makeZip([{ name: 'inner.tgz', content: await makeTgz(list) }])
    for (const file of [fileOf('a.tgz', await makeTgz(list)), fileOf('a.zip', nested)]) {
      await expect(read(file, { entries: 20 })).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' })
      await expect(read(file, { totalBytes: 20_000 })).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' })
    }
  })
})
