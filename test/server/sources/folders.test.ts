import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPaths } from '../../../server/sources/read-paths.ts'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import { makeTgz, makeZip } from './archives.ts'
import { collect, fileOf, folderOf, read, scratch } from './reading-kit.ts'

const limits = defaultSourceLimits

/** Nothing is closed to root: there, the work is done as another user. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('a folder', () => {
  it('gives every file once, in the order of names, with / and relative to it', async () => {
    const files = {
      'b.ts': 'b',
      'a/z.ts': 'z',
      'a/b/c.ts': 'c',
      'ä ö.ts': 'ä',
      '.env.example': 'x',
      'node_modules/x/i.js': 'x',
    }
    const found = await read(folderOf(files))
    expect(found.files).toEqual(files)
    expect(found.skipped).toEqual({})
    expect(found.entries.map((entry) => entry.path)).toEqual([
      '.env.example',
      'a/b/c.ts',
      'a/z.ts',
      'b.ts',
      'node_modules/x/i.js',
      'ä ö.ts',
    ])
  })

  it('follows no link, so no loop and no way out', async () => {
    const folder = folderOf({ 'a/real.ts': 'real' })
    symlinkSync(folder, join(folder, 'a', 'loop'))
    symlinkSync('/etc/passwd', join(folder, 'out'))
    symlinkSync('nowhere', join(folder, 'dangling'))
    linkSync(join(folder, 'a/real.ts'), join(folder, 'hard.ts'))
    const { files, skipped } = await read(folder)
    expect(files).toEqual({ 'a/real.ts': 'real', 'hard.ts': 'real' })
    expect(Object.keys(skipped)).toEqual(['a/loop', 'dangling', 'out'])
    expect(new Set(Object.values(skipped))).toEqual(new Set(['a symbolic link, which is not followed']))
  })

  it('does not wait on a pipe, and names sockets and version control', async () => {
    const folder = folderOf({ 'a.ts': 'a', '.git/config': 'x' })
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const server = createServer().listen(join(folder, 'socket'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const { files, skipped } = await read(folder)
    expect(files).toEqual({ 'a.ts': 'a' })
    expect(Object.keys(skipped)).toEqual(['.git', 'pipe', 'socket'])
  })

  it('a file beyond the limit is a line; too many files are an error', async () => {
    const folder = folderOf({ 'a.ts': 'a', 'big.ts': 'x'.repeat(200) })
    expect(await read(folder, { fileBytes: 100 })).toMatchObject({
      files: { 'a.ts': 'a' },
      skipped: { 'big.ts': expect.stringContaining('100 bytes') as string },
    })
    await expect(read(folder, { entries: 1 })).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' })
  })

  it('what may not be read is a line', async () => {
    const folder = folderOf({ 'a.ts': 'a', 'secret.ts': 'x', 'closed/b.ts': 'b' })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'secret.ts'), 0)
    chmodSync(join(folder, 'closed'), 0)
    onTestFinished(() => chmodSync(join(folder, 'closed'), 0o700))
    const { files, skipped } = await asNobody(() => read(folder))
    expect(files).toEqual({ 'a.ts': 'a' })
    expect(Object.keys(skipped)).toEqual(['closed', 'secret.ts'])
  })

  it('a folder that vanishes while it is read is a line', async () => {
    const folder = folderOf({ 'a/1.ts': '1', 'b/2.ts': '2' })
    const found: string[] = []
    for await (const entry of readPaths([folder], { limits })) {
      found.push(`${entry.kind} ${entry.path.slice(folder.length)}`)
      rmSync(join(folder, 'b'), { recursive: true, force: true })
    }
    expect(found).toEqual(['file /a/1.ts', 'skipped /b'])
  })

  it('an archive in it is opened in its place', async () => {
    const folder = folderOf({ 'old.zip': makeZip([{ name: 'a.ts', content: 'a' }]) })
    expect((await read(folder)).files).toEqual({ 'old.zip!a.ts': 'a' })
  })
})

describe('a SOURCE that is not one', () => {
  it.each([
    ['no/such/folder', 'SOURCE_NOT_FOUND'],
    ['npm:orbit', 'SOURCE_INVALID'],
    ['npm:orbit@latest', 'SOURCE_INVALID'],
    ['npm:orbit@^1.0.0', 'SOURCE_INVALID'],
    ['npm:../orbit@1.0.0', 'SOURCE_INVALID'],
    ['npm:--registry=x@1.0.0', 'SOURCE_INVALID'],
    ['git:', 'SOURCE_INVALID'],
    ['git:.#', 'SOURCE_INVALID'],
    ['/dev/null', 'SOURCE_INVALID'],
  ])('%s', async (source, code) => {
    await expect(read(source)).rejects.toMatchObject({
      code,
      exitCode: 2,
      fix: expect.stringMatching(/\w/) as string,
    })
  })

  it('an archive of a kind that is not opened', async () => {
    await expect(read(fileOf('a.7z', 'x'))).rejects.toMatchObject({ code: 'SOURCE_INVALID' })
  })

  it('a single file is a source of one file', async () => {
    expect((await read(fileOf('a.ts', 'a'))).files).toEqual({ 'a.ts': 'a' })
    await expect(read(fileOf('a.ts', 'x'.repeat(200)), { fileBytes: 100 })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    })
  })
})

describe('paths to compare', () => {
  it('files, folders and archives, each under the path that was given', async () => {
    const folder = scratch()
    const at = (name: string) => join(folder, name)
    mkdirSync(at('tree/sub'), { recursive: true })
    writeFileSync(at('tree/sub/a.ts'), 'a')
    writeFileSync(at('tree/b.zip'), makeZip([{ name: 'src/b.ts', content: 'b' }]))
    writeFileSync(at('one.ts'), 'one')
    writeFileSync(at('c.tgz'), await makeTgz([{ name: 'package/c.ts', content: 'c' }]))
    writeFileSync(at('d.js.map'), JSON.stringify({ version: 3, sources: ['../d.ts'], sourcesContent: ['d'] }))
    const { files, skipped } = await collect(
      readPaths([at('tree/'), at('one.ts'), at('c.tgz'), at('d.js.map')], { limits }),
    )
    expect(skipped).toEqual({})
    expect(files).toMatchObject({
      [at('tree/sub/a.ts')]: 'a',
      [at('tree/b.zip!src/b.ts')]: 'b',
      [at('one.ts')]: 'one',
      [at('c.tgz!package/c.ts')]: 'c',
      [at('d.js.map!d.ts')]: 'd',
    })
    expect(Object.keys(files)).toHaveLength(6)
  })

  it('what is given twice is looked at once, and said', async () => {
    const folder = folderOf({ 'sub/a.ts': 'a', 'b.ts': 'b', '.git/hooks/c.sh': 'c', 'submarine.ts': 's' })
    const at = (path: string) => join(folder, path)
    symlinkSync('b.ts', at('link.ts'))
    const given = [at('sub'), folder, at('b.ts'), at('link.ts'), at('.git/hooks'), `${folder}/`]
    const { files, skipped } = await collect(readPaths(given, { limits }))
    expect(files).toEqual({
      [at('sub/a.ts')]: 'a',
      [at('b.ts')]: 'b',
      [at('submarine.ts')]: 's',
      [at('.git/hooks/c.sh')]: 'c',
    })
    for (const twice of [at('sub'), at('b.ts'), at('link.ts'), `${folder}/`])
      expect(skipped[twice], twice).toContain('given twice')
    const names = await collect(readPaths([at('submarine.ts'), at('sub')], { limits }))
    expect(Object.keys(names.files)).toHaveLength(2)
  })

  it('a link that a person names is what it points to', async () => {
    const folder = folderOf({ 'real.ts': 'real' })
    symlinkSync('real.ts', join(folder, 'link.ts'))
    const link = join(folder, 'link.ts')
    expect((await collect(readPaths([link], { limits }))).files).toEqual({ [link]: 'real' })
    expect((await read(link)).files).toEqual({ 'link.ts': 'real' })
  })

  it('one that is damaged is a line, and the next is read', async () => {
    const bad = fileOf('bad.tgz', 'no archive')
    const many = fileOf('many.zip', makeZip([1, 2, 3].map((n) => ({ name: `${n}.ts`, content: 'x' }))))
    const good = fileOf('good.ts', 'good')
    const { files, skipped } = await collect(
      readPaths([bad, many, good], { limits: { ...limits, entries: 2 } }),
    )
    expect(files).toMatchObject({ [good]: 'good' })
    expect(Object.keys(skipped)).toEqual([bad, many])
  })

  it('one that does not exist stops before anything is read', async () => {
    const reading = readPaths([fileOf('a.ts', 'a'), '/no/such/file'], { limits })
    await expect(reading.next()).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const reading = readPaths([folderOf({ 'a.ts': 'a', 'b.ts': 'b' })], { limits, signal: controller.signal })
    await reading.next()
    controller.abort(new Error('enough'))
    await expect(reading.next()).rejects.toThrow('enough')
  })
})
