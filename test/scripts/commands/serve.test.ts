import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'

interface Served {
  process: ChildProcess
  out: string
  err: string
  ended: Promise<number | null>
}

it('serves until it is told to stop, and then ends well', async () => {
  const served = serve('--port', '0', '--json')
  await expect.poll(() => served.out, { timeout: 30_000 }).toMatch(/\}\s*$/)
  const { url, signIn } = JSON.parse(served.out) as { url: string; signIn: string }

  const answer = await fetch(signIn, { redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  served.process.kill('SIGTERM')

  expect(await served.ended).toBe(0)
  expect(served.err).not.toContain(new URL(signIn).searchParams.get('token'))
  await expect(fetch(url)).rejects.toThrow()
})

it('a port in use, a host for others: one line that says what to do, exit code 2', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const taken = serve('--port', String(port))
  const open = serve('--host', '0.0.0.0', '--port', '0', '--json')

  expect(await taken.ended).toBe(2)
  expect(taken.err.trim()).toMatch(
    /^clawback: Port \d+ of 127\.0\.0\.1 is in use\. .*--port.* \[PORT_IN_USE\]$/m,
  )
  expect(await open.ended).toBe(2)
  expect(JSON.parse(open.out)).toMatchObject({ error: { code: 'HOST_NEEDS_USERS' } })
  other.close()
})

function serve(...args: string[]): Served {
  const folder = mkdtempSync(join(tmpdir(), 'clawback-serve-'))
  const child = spawn(join(packageRoot, 'scripts', 'clawback'), ['serve', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], CLAWBACK_DATA: join(folder, 'data') },
  })
  const served: Served = {
    process: child,
    out: '',
    err: '',
    ended: new Promise((resolve) => child.on('close', resolve)),
  }
  child.stdout.on('data', (chunk: Buffer) => (served.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (served.err += chunk.toString()))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await served.ended
    rmSync(folder, { recursive: true, force: true })
  })
  return served
}
