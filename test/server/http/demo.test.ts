import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../../../server/start-server.ts'
import { createLogger } from '../../../server/logger.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import { openDataFolder } from './data-folder.ts'
import { password } from './user-session.ts'

// Says what the demo says when it has been played, and stays up as it does.
const played = `process.send({ signIn: 'http://127.0.0.1:9/sign-in?token=of-the-demo' }); setInterval(() => {}, 1000)`

async function open() {
  const { app, remove } = await openDataFolder()
  const server = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('silent'),
    self: [process.execPath, '-e', played],
  })
  onTestFinished(async () => {
    await server.close()
    await remove()
  })
  const signIn = async (init: RequestInit, path: string) => {
    const answer = await fetch(new URL(path, server.url), { redirect: 'manual', ...init })
    return answer.headers.get('set-cookie')!.split(';')[0]!
  }
  const { pathname, search } = new URL(server.signInLink!)
  return { app, server, holder: await signIn({}, pathname + search), signIn }
}

it('is started, shown and ended by whoever holds the machine', async () => {
  const { server, holder: cookie } = await open()
  const get = async (path: string) => await (await fetch(server.url + path, { headers: { cookie } })).text()
  const start = await get('/')
  expect(start).toContain('action="/demo"')
  const token = /name="form-token" value="([\w-]+)"/.exec(start)![1]!
  const post = (path: string) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ 'form-token': token }),
    })
  await post('/demo')
  while ((await get('/demo/state')).includes('reading'));
  expect(await get('/demo')).toContain('href="http://127.0.0.1:9/sign-in?token&#x3D;of-the-demo"')
  expect(await (await post('/demo/end')).text()).toContain('Play the demo')
})

it('is nobody else’s to start, whatever their roles, nor without the token of the form', async () => {
  const { app, server, holder, signIn } = await open()
  await addUser(app, {
    name: 'ada',
    fullName: 'Ada',
    roles: ['researcher', 'reviewer', 'signatory', 'auditor', 'admin'],
    password,
  })
  const form = new URLSearchParams({ name: 'ada', password })
  const cookie = await signIn({ method: 'POST', body: form }, '/sign-in')
  const ask = (path: string, headers: HeadersInit, method = 'GET') =>
    fetch(server.url + path, { headers, method, redirect: 'manual' })
  expect(await (await ask('/', { cookie })).text()).not.toContain('action="/demo"')
  for (const path of ['/demo', '/demo/state']) expect((await ask(path, { cookie })).status).toBe(403)
  for (const path of ['/demo', '/demo/end']) {
    expect((await ask(path, { cookie }, 'POST')).status).toBe(403)
    expect((await ask(path, { cookie: holder }, 'POST')).status).toBe(403)
  }
})
