import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFiles } from '../../../scripts/evaluate/fetch-package.ts'
import { parseRepository } from '../../../scripts/evaluate/fetch-repository.ts'

const folder = mkdtempSync(join(tmpdir(), 'clawback-evaluate-'))
const hosted = join(folder, 'hosted/owner/name')
const cache = {
  folder: join(folder, 'cache'),
  environment: process.env,
  repositories: `file://${folder}/hosted`,
}
let commit = ''

const git = (...args: string[]) =>
  execFileSync('git', ['-C', hosted, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    encoding: 'utf8',
  }).trim()

beforeAll(async () => {
  const files = {
    'package.json': '{}',
    'src/a.ts': 'export const a = 1\n',
    'package/b.js': 'export const b = 2\n',
    'data/huge.js': 'x'.repeat(1_000_001),
    'logo.svg': '<svg/>',
    'odd [name] *.ts': 'export const c = 3\n',
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(hosted, path)), { recursive: true })
    await writeFile(join(hosted, path), text)
  }
  await mkdir(cache.folder)
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'all')
  commit = git('rev-parse', 'HEAD')
})
afterAll(() => rm(folder, { recursive: true }))

describe('a public repository as a package', () => {
  it('is the source files of its commit, whatever their names, and nothing large', async () => {
    const read = () => packageFiles(`github:owner/name@${commit}`, cache)
    const files = await read()
    expect(files.map(({ path }) => path).sort()).toEqual([
      'odd [name] *.ts',
      'package.json',
      'package/b.js',
      'src/a.ts',
    ])
    expect(files.find(({ path }) => path === 'src/a.ts')?.bytes.toString()).toBe('export const a = 1\n')
    // Kept: the host is not asked again, and nothing else is left behind.
    await rm(hosted, { recursive: true })
    expect(await read()).toEqual(files)
    expect(readdirSync(cache.folder)).toEqual([`github-owner-name-${commit}.tgz`])
  })

  it('says which host or commit refused', async () => {
    await expect(packageFiles(`github:owner/none@${'1'.repeat(40)}`, cache)).rejects.toThrow(
      /git fetch failed/,
    )
  })

  it('is named by its whole commit, since a tag can move', () => {
    expect(parseRepository('github:owner/name@v1.0.0')).toBeUndefined()
    expect(parseRepository('@scope/name@1.0.0')).toBeUndefined()
    expect(parseRepository(`github:o.w/n_e.js@${'0a'.repeat(20)}`)).toEqual({
      name: 'o.w/n_e.js',
      commit: '0a'.repeat(20),
    })
  })
})
