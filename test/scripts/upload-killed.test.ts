import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../server/package-root.ts'
import { temporaryFolder } from '../open-test-app.ts'

/** `clawback serve` as it is run, over a data folder that outlives it. */
async function serve(data: string): Promise<{ child: ChildProcess; signIn: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'scripts', 'main.ts'), 'serve', '--port', '0'],
    {
      cwd: packageRoot,
      env: { PATH: process.env['PATH'], CLAWBACK_DATA: data },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface(child.stdout)) {
    const link = /http:\S+\/sign-in\?token=\S+/.exec(line)?.[0]
    if (link !== undefined) return { child, signIn: link }
  }
  throw new Error('The server printed no link')
}

test('killed in the middle of an upload, nothing of it is left once Clawback runs again', async () => {
  const data = join(await temporaryFolder(), 'data')
  const uploads = async () =>
    (await readdir(join(data, 'scratch')).catch(() => [])).filter((name) => name.startsWith('upload-'))

  const { child, signIn } = await serve(data)
  const { origin, hostname, port, host } = new URL(signIn)
  const cookie = (await fetch(signIn, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
  const form = await (await fetch(`${origin}/works/new`, { headers: { cookie } })).text()
  const token = /name="form-token" value="([\w-]+)"/.exec(form)![1]!
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  socket.write(
    [
      'POST /works HTTP/1.1',
      `host: ${host}`,
      `cookie: ${cookie}`,
      'content-type: multipart/form-data; boundary=b',
      'content-length: 50000000',
      '',
      '--b\r\ncontent-disposition: form-data; name="form-token"\r\n',
      token,
      '--b\r\ncontent-disposition: form-data; name="file"; filename="orbit.tgz"\r\n',
      'half of it'.repeat(1000),
    ].join('\r\n'),
  )
  while ((await uploads()).length === 0) await sleep(20)
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(await uploads()).toHaveLength(1)

  const again = await serve(data)
  expect(await uploads()).toEqual([])
  again.child.kill('SIGTERM')
  await once(again.child, 'close')
})
