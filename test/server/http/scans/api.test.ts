import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createApiToken } from '../../../../server/tasks/users/api-tokens.ts'
import { addUser } from '../../../../server/tasks/users/add-user.ts'
import { faultOf, startCheckedProxy } from '../checked-proxy.ts'
import { password } from '../user-session.ts'
import { openScanPages, until, type ScanPages } from './scan-pages.ts'

/** A program with these scopes, whose requests and answers are held against the description. */
async function openProgram({ pages }: ScanPages, scopes: string[]) {
  const name = `program-${scopes.join('-')}`
  await addUser(pages.app, { name, roles: ['researcher'], password, fullName: name })
  const users = await pages.app.db.orm.select().from(pages.app.db.tables.users)
  const { id: userId } = users.find((one) => one.name === name)!
  const { token } = await createApiToken(
    { ...pages.app, randomBytes },
    { userId, name, fullName: name, roles: ['researcher'] },
    { label: 'test', scopes },
  )
  const description = (await (await pages.get('/api/v1/openapi.json')).json()) as object
  const checked = await startCheckedProxy(pages.url, description)
  return {
    close: () => checked.server.close(),
    ask: async (method: 'GET' | 'POST', path: string, body: object = {}) => {
      const answer = await fetch(`${checked.url}/api/v1/works/tk${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: method === 'POST' ? JSON.stringify(body) : null,
      })
      const document = (await answer.json()) as never
      expect(faultOf(document)).toBeUndefined()
      return { status: answer.status, document }
    },
  }
}

interface Shown {
  scan: { id: number; status: string; paused: { by: string } | null }
  progress: { state: string }
}

it('a program sees the probes, starts a scan, pauses and resumes it, and reads what came of it, as described', async () => {
  const story = await openScanPages()
  const { ask, close } = await openProgram(story, ['scan'])
  expect((await ask('GET', '/probes?limit=2')).document).toMatchObject({ probes: [{}, {}] })
  const begun = await ask('POST', '/scans', { networks: [story.network.official], without: [] })
  expect(begun).toMatchObject({ status: 202, document: { progress: { state: 'waiting' } } })
  const { id } = (begun.document as Shown).scan
  expect((await ask('POST', `/scans/${id}/pause`)).document).toMatchObject({
    scan: { status: 'incomplete', paused: { by: 'program-scan' } },
  })
  expect((await ask('POST', '/scans', { networks: [story.network.official] })).status).toBe(409)
  expect((await ask('POST', `/scans/${id}/resume`)).document).toMatchObject({ scan: { paused: null } })
  await story.startWorker()
  await until(
    async () => ((await ask('GET', `/scans/${id}`)).document as Shown).progress.state === 'complete',
  )
  expect((await ask('GET', '/scans')).document).toMatchObject([
    { id, state: 'complete', startedBy: 'program-scan' },
  ])
  expect((await ask('GET', `/scans/${id}/requests`)).document).toContainEqual(
    expect.objectContaining({ bucket: 'graphql', method: 'POST' }),
  )
  expect((await ask('POST', `/scans/${id}/pause`)).status).toBe(409)
  expect((await ask('GET', `/scans/${id + 1}`)).status).toBe(404)
  close()
})

it('a token without the scope reads, and starts nothing', async () => {
  const story = await openScanPages()
  const { ask, close } = await openProgram(story, ['draft'])
  expect((await ask('POST', '/scans', {})).status).toBe(403)
  expect((await ask('GET', '/probes')).status).toBe(403)
  expect(await ask('GET', '/scans')).toEqual({ status: 200, document: [] })
  close()
})

it('what is no request for a scan is refused, and starts nothing', async () => {
  const story = await openScanPages()
  const cookie = await story.pages.cookie()
  const send = (body: string, headers: Record<string, string>) =>
    story.pages.ask('/api/v1/works/tk/scans', { method: 'POST', headers, body })
  const type = { 'content-type': 'application/json' }
  // A session's cookie alone is what another site could ride on.
  expect((await send('{}', { ...type, cookie })).status).toBe(403)
  expect((await send('{}', type)).status).toBe(401)
  expect(await (await story.pages.get('/api/v1/works/tk/scans')).json()).toEqual([])
})
