import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../../../../server/package-root.ts'
import { createDemoRunner, type DemoState } from '../../../../server/tasks/demo/create-demo-runner.ts'

const clock = () => new Date()

it(
  'a demo whose server is killed ends with it, after it was played whole',
  { timeout: 300_000 },
  async () => {
    const link = await linkOfServer()
    const page = await fetch(link.url, { redirect: 'manual' })
    expect(page.status).toBe(303)
    const cookie = page.headers.get('set-cookie')!.split(';')[0]!
    const start = await fetch(new URL('/', link.url), { headers: { cookie } })
    expect(await start.text()).toContain('Needs you')

    link.server.kill('SIGKILL')
    await once(link.server, 'close')
    while (await answers(link.url)) await sleep(100)
  },
)

it('a demo that cannot be started says why, and can be tried again', async () => {
  const demo = createDemoRunner({
    command: [process.execPath, '-e', 'console.error("no practice here"); process.exit(2)'],
    clock,
  })
  demo.start()
  expect(await ended(demo.state)).toEqual({ kind: 'failed', reason: 'no practice here' })
  demo.start()
  expect(demo.state()).toMatchObject({ kind: 'starting' })
  await demo.stop()
  expect(demo.state()).toEqual({ kind: 'off' })
})

it.each(['http://elsewhere.example/', 'javascript:alert(1)', 7])(
  'what a process says instead of a link on this machine, %s, is none',
  async (signIn) => {
    const program = `process.send({ signIn: ${JSON.stringify(signIn)} }, () => process.exit(0))`
    const demo = createDemoRunner({ command: [process.execPath, '-e', program], clock })
    demo.start()
    expect(await ended(demo.state)).toMatchObject({ kind: 'failed' })
  },
)

/** A process that has started the demo, as the server does. */
async function linkOfServer() {
  const runner = join(packageRoot, 'server', 'tasks', 'demo', 'create-demo-runner.ts')
  const main = join(packageRoot, 'scripts', 'main.ts')
  const program = `
    const { createDemoRunner } = await import(${JSON.stringify(runner)})
    const demo = createDemoRunner({ command: [process.execPath, '--import', 'tsx', ${JSON.stringify(main)}], clock: () => new Date() })
    demo.start()
    setInterval(() => { if (demo.state().kind !== 'starting') console.log(JSON.stringify(demo.state())) }, 200)`
  const server = spawn(process.execPath, ['--import', 'tsx', '--input-type', 'module', '--eval', program], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  for await (const line of createInterface(server.stdout)) {
    const state = JSON.parse(line) as DemoState
    expect(state).toMatchObject({ kind: 'ready' })
    if (state.kind === 'ready') return { server, url: state.link }
  }
  throw new Error('The demo was not played')
}

async function answers(url: string): Promise<boolean> {
  return await fetch(new URL('/healthz', url)).then(
    () => true,
    () => false,
  )
}

async function ended(state: () => DemoState): Promise<DemoState> {
  while (state().kind === 'starting') await sleep(20)
  // A process may say something before it ends.
  await sleep(200)
  return state()
}
