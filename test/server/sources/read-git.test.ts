import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, read, scratch } from './reading-kit.ts'

function git(folder: string, ...args: string[]): string {
  const author = [
    '-c',
    'user.name=Orbit',
    '-c',
    'user.email=orbit@example.com',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'commit.gpgsign=false',
  ]
  return execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8' }).trim()
}

function repositoryOf(files: Record<string, string | Buffer>): string {
  const folder = folderOf(files)
  git(folder, 'init', '-q')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'first')
  return folder
}

describe('a git repository', () => {
  it('gives the files of a ref, byte for byte, whatever is checked out', async () => {
    const binary = Buffer.from([0, 255, 10, 13, 10, 128])
    const folder = repositoryOf({
      'src/a.ts': 'one\r\n',
      'ä.bin': binary,
      '.gitattributes': '*.ts text eol=lf export-ignore',
    })
    git(folder, 'tag', 'v1')
    writeFileSync(join(folder, 'src/a.ts'), 'two')
    git(folder, 'commit', '-q', '-am', 'second')
    writeFileSync(join(folder, 'src/a.ts'), 'not committed')
    const first = await read(`git:${folder}#v1`)
    expect(Object.keys(first.files)).toEqual(['.gitattributes', 'src/a.ts', 'ä.bin'])
    expect(first.files['src/a.ts']).toBe(git(folder, 'show', 'v1:src/a.ts') + '\n')
    const entry = first.entries.find((one) => one.path === 'ä.bin')
    expect(entry).toMatchObject({ bytes: binary })
    expect((await read(`git:${folder}`)).files['src/a.ts']).toBe('two')
    expect((await read(`git:${folder}#main`)).files['src/a.ts']).toBe('two')
    expect((await read(`git:${folder}#${git(folder, 'rev-parse', 'v1')}`)).files).toEqual(first.files)
  })

  it('many files and an empty one', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`d${n % 7}/${n}.ts`, `${n}\n`.repeat(n)]),
    )
    expect((await read(`git:${repositoryOf(files)}`)).files).toEqual(files)
  })

  it('links, submodules and large files are lines', async () => {
    const folder = repositoryOf({ 'a.ts': 'a', 'big.ts': 'x'.repeat(300) })
    symlinkSync('/etc/passwd', join(folder, 'link'))
    git(folder, 'add', 'link')
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD')},sub`)
    git(folder, 'commit', '-q', '-m', 'more')
    const { files, skipped } = await read(`git:${folder}`, { fileBytes: 100 })
    expect(files).toEqual({ 'a.ts': 'a' })
    expect(Object.keys(skipped).sort()).toEqual(['big.ts', 'link', 'sub'])
  })

  it('a missing object is a line, not an end', async () => {
    const folder = repositoryOf({ 'a.ts': 'a', 'b.ts': 'b' })
    const id = git(folder, 'rev-parse', 'HEAD:a.ts')
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
    const { files, skipped } = await read(`git:${folder}`)
    expect(files).toEqual({ 'b.ts': 'b' })
    expect(skipped['a.ts']).toContain('missing')
  })

  it('its own settings start no program', async () => {
    const folder = repositoryOf({ 'a.ts': 'a' })
    const trace = join(scratch(), 'ran')
    git(folder, 'config', 'core.fsmonitor', `touch ${trace}`)
    git(folder, 'config', 'core.pager', `touch ${trace}`)
    expect((await read(`git:${folder}`)).files).toEqual({ 'a.ts': 'a' })
    expect(existsSync(trace)).toBe(false)
  })

  it('what a surrounding git says about its own repository plays no part', async () => {
    const folder = repositoryOf({ 'a.ts': 'ours' })
    const other = repositoryOf({ 'b.ts': 'theirs' })
    process.env['GIT_DIR'] = join(other, '.git')
    try {
      expect((await read(`git:${folder}`)).files).toEqual({ 'a.ts': 'ours' })
    } finally {
      delete process.env['GIT_DIR']
    }
  })

  it.each([
    ['no-such-branch', 'GIT_REF_UNKNOWN'],
    ['--help', 'GIT_REF_UNKNOWN'],
    ['HEAD:a.ts', 'GIT_REF_UNKNOWN'],
  ])('the ref %s', async (ref, code) => {
    await expect(read(`git:${repositoryOf({ 'a.ts': 'a' })}#${ref}`)).rejects.toMatchObject({ code })
  })

  it('a folder that is no repository, and none at all', async () => {
    await expect(read(`git:${scratch()}`)).rejects.toMatchObject({ code: 'GIT_FAILED' })
    await expect(read('git:/no/such/folder')).rejects.toMatchObject({ code: 'GIT_FAILED' })
  })
})
