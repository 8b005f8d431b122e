import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from './package-root.ts'
import { leakedTarball } from './worlds/leaked-package.ts'

const MAIN = join(packageRoot, 'test/practice-github/main.ts')

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => (output += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, output: () => output, ended: once(child, 'exit') as Promise<[number | null]> }
}

describe('the practice GitHub alone', () => {
  it('says where it is and which token to use, answers, and ends when told', async () => {
    const { child, output, ended } = start('--port', '0')
    while (!output().includes('Ctrl-C')) await once(child.stdout, 'data')
    const url = /GITHUB_API_URL=(\S+)/.exec(output())![1]!
    const token = /GITHUB_TOKEN=(\S+)/.exec(output())![1]!
    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'test' }
    const response = await fetch(`${url}/repos/fennmark/sluicegate-plugins`, { headers })
    expect(response.status).toBe(200)
    expect(
      (await fetch(`${url}/user`, { headers: { ...headers, authorization: 'Bearer bad' } })).status,
    ).toBe(401)
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
  })

  it('writes the package that leaked, so that there is something to scan for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clawback-leak-'))
    try {
      const file = join(folder, 'leak.tgz')
      const { child, output, ended } = start('--port', '0', '--leak', file)
      while (!output().includes('Ctrl-C')) await once(child.stdout, 'data')
      child.kill('SIGTERM')
      await ended
      expect(await readFile(file)).toEqual(await leakedTarball())
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('says which world has no package that leaked', async () => {
    const { output, ended } = start('--world', 'network', '--leak', 'nowhere.tgz')
    expect((await ended)[0]).toBe(2)
    expect(output()).toMatch(/"network" has no package that leaked/)
  })

  it('lists its worlds when asked for one that it does not have', async () => {
    const { output, ended } = start('--world', 'atlantis')
    expect((await ended)[0]).toBe(2)
    expect(output()).toMatch(/no world "atlantis"[\s\S]*incident/)
  })
})
