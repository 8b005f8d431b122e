import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../server/core/access/roles.ts'
import type { IntakeDocument } from '../../../server/http/work-new/describe-intake.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import { createApiToken } from '../../../server/tasks/users/api-tokens.ts'
import { listUsers } from '../../../server/tasks/users/list-users.ts'
import { listEvents } from '../../../server/tasks/list-events.ts'
import { listWorks } from '../../../server/tasks/list-works.ts'
import { showWork } from '../../../server/tasks/show-work.ts'
import { makeTar, makeTgz, makeZip } from '../sources/archives.ts'
import { folderOf } from '../sources/reading-kit.ts'
import { originals } from './seed/texts.ts'
import { formTokenOf, sendForm } from './send-form.ts'
import { password, sessionOf, signInAs, type UserSession } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

const texts = { title: 'Orbit CLI', owner: 'Orbit Inc.', official: 'orbit-inc\norbit-labs/sdk' }

let pages: Pages
let researcher: UserSession

beforeEach(async () => {
  pages = await startPages()
  researcher = await signInAs(pages, 'ada', ['researcher'])
})
afterEach(() => pages.close())

async function leak(): Promise<Buffer> {
  return await makeTgz([
    ...Object.entries(originals).map(([name, content]) => ({ name: `package/${name}`, content })),
    { name: 'package/node_modules/left-pad/index.js', content: 'module.exports = leftPad\n'.repeat(40) },
    { name: '../outside.ts', content: 'export const away = 1\n' },
    { name: '/etc/passwd', content: 'root' },
  ])
}

/** Waits for what a redirect leads to, as the page does. */
async function ended(answer: Response): Promise<IntakeDocument> {
  expect(answer.status, await answer.clone().text()).toBe(303)
  return await endOf(answer.headers.get('location')!)
}

async function endOf(page: string): Promise<IntakeDocument> {
  for (;;) {
    const intake = (await (await researcher.get(`/api/v1${page}`)).json()) as IntakeDocument
    if (intake.state !== 'waiting' && intake.state !== 'reading') return intake
    await sleep(20)
  }
}

async function leftOver(): Promise<string[]> {
  return await readdir(pages.app.sources.scratchFolder).catch(() => [])
}

describe('a work from an uploaded file', () => {
  it.each([
    ['orbit-2.1.0.tgz', leak],
    ['orbit.tar', () => makeTar(Object.entries(originals).map(([name, content]) => ({ name, content })))],
    [
      'orbit.zip',
      () => Promise.resolve(makeZip(Object.entries(originals).map(([name, content]) => ({ name, content })))),
    ],
    [
      'cli.js.map',
      () =>
        Promise.resolve(
          Buffer.from(
            JSON.stringify({
              version: 3,
              sources: Object.keys(originals),
              sourcesContent: Object.values(originals),
              mappings: '',
            }),
          ),
        ),
    ],
  ])('%s: read, sorted, entered under the name of who sent it, and gone', async (name, make) => {
    const answer = await sendForm(pages, researcher, '/works', texts, { name, bytes: await make() })
    const intake = await ended(answer)

    expect(intake).toMatchObject({ state: 'done', by: 'ada', source: name })
    expect(intake.result).toMatchObject({
      kind: 'work',
      work: { slug: 'orbit-cli' },
      version: 1,
      ready: true,
    })
    const work = await showWork(pages.app, 'orbit-cli')
    expect(work).toMatchObject({ source: `upload:${name}`, official: ['orbit-inc', 'orbit-labs/sdk'] })
    expect(work.originals.filter(({ claimed }) => claimed)).toHaveLength(Object.keys(originals).length)
    expect(await listEvents(pages.app, { limit: 3 })).toContainEqual(
      expect.objectContaining({ actor: 'ada', kind: 'work.added', subject: 'work:orbit-cli' }),
    )
    expect(await leftOver()).toEqual([])
  })

  it('tells what is claimed, what is not and why, what was not read, and what to do next', async () => {
    const answer = await sendForm(pages, researcher, '/works', texts, {
      name: 'leak.tgz',
      bytes: await leak(),
    })
    await ended(answer)
    const html = await (await researcher.get(answer.headers.get('location')!)).text()

    expect(html).toMatch(/\d of \d originals claimed/)
    expect(html).toContain('third-party</a>')
    expect(html).toContain('its name leads out of the archive')
    expect(html).toContain('its name is an absolute path')
    expect(html).toContain('/works/orbit-cli/scans/new')
  })

  it('with only fingerprints kept holds no original', async () => {
    const fields = { ...texts, fingerprintsOnly: 'yes' }
    await ended(await sendForm(pages, researcher, '/works', fields, { name: 'a.tgz', bytes: await leak() }))
    expect((await showWork(pages.app, 'orbit-cli')).work.fingerprintsOnly).toBe(true)
    const kept = await pages.app.db.orm.select().from(pages.app.db.tables.originals)
    expect(kept.map(({ contentId }) => contentId).filter((id) => id !== null)).toEqual([])
  })

  it('with the name of another place is called by its last part, without what acts', async () => {
    const name = '../../..\\etc/\u202e\u0007orbit.tgz'
    const intake = await ended(
      await sendForm(pages, researcher, '/works', texts, { name, bytes: await leak() }),
    )
    expect(intake).toMatchObject({ state: 'done', source: 'orbit.tgz' })
    expect(await readdir(pages.app.folder)).not.toContain('orbit.tgz')
  })
})

describe('what cannot be read', () => {
  it.each([
    ['cut.tgz', async () => (await leak()).subarray(0, 900), 'ARCHIVE_CORRUPT'],
    ['not.zip', () => Promise.resolve(Buffer.from('this is no zip')), 'ARCHIVE_CORRUPT'],
    ['not.js.map', () => Promise.resolve(Buffer.from('{"version":3')), 'SOURCE_MAP_INVALID'],
    ['empty.tgz', () => makeTgz([]), 'WORK_EMPTY'],
    ['nothing.tgz', () => Promise.resolve(Buffer.alloc(0)), 'ARCHIVE_CORRUPT'],
    [
      'bomb.tgz',
      () => makeTgz([{ name: 'zeros.ts', content: Buffer.alloc(80 * 1024 ** 2) }]),
      'ARCHIVE_BOMB',
    ],
  ])('%s is refused in the words of the command, and leaves nothing', async (name, make, code) => {
    const answer = await sendForm(pages, researcher, '/works', texts, { name, bytes: await make() })
    const intake = await ended(answer)
    expect(intake).toMatchObject({ state: 'failed', problem: { code } })
    expect(JSON.stringify(intake)).not.toContain(pages.app.folder)
    const html = await (await researcher.get(answer.headers.get('location')!)).text()
    expect(html).toContain(code)
    expect(html).toContain('/works/new')
    expect(await leftOver()).toEqual([])
    expect(await listWorks(pages.app)).toEqual([])
  })

  it('is told on the form with all that was written, and the file is gone', async () => {
    const bytes = await leak()
    for (const [fields, file, code] of [
      [{ ...texts, slug: 'Not A Slug' }, 'a.tgz', 'SLUG_INVALID'],
      [{ ...texts, slug: 'new' }, 'a.tgz', 'SLUG_INVALID'],
      [{ ...texts, title: ' ' }, 'a.tgz', 'TITLE_MISSING'],
      [{ ...texts, owner: '' }, 'a.tgz', 'OWNER_MISSING'],
      [{ ...texts, leakedAt: 'yesterday' }, 'a.tgz', 'LEAKED_AT_INVALID'],
      [{ ...texts, official: 'not/a/name' }, 'a.tgz', 'OFFICIAL_INVALID'],
      [{ ...texts, source: 'npm:orbit@1.0.0' }, 'a.tgz', 'SOURCE_TWICE'],
      [{ ...texts, source: 'npm:orbit@latest' }, undefined, 'SOURCE_INVALID'],
      [texts, undefined, 'SOURCE_MISSING'],
    ] as const) {
      const sent = file === undefined ? undefined : { name: file, bytes }
      const answer = await sendForm(pages, researcher, '/works', fields, sent)
      const html = await answer.text()
      expect({ status: answer.status, told: html.includes(code) }, code).toEqual({ status: 400, told: true })
      expect(html.replaceAll('\r\n', '\n')).toContain(fields.official)
    }
    expect(await leftOver()).toEqual([])
    expect(await listWorks(pages.app)).toEqual([])
  })

  it('a kind of archive that is not opened is refused before it is kept', async () => {
    const answer = await sendForm(pages, researcher, '/works', texts, {
      name: 'orbit.7z',
      bytes: Buffer.alloc(1000),
    })
    expect(await answer.text()).toContain('SOURCE_INVALID')
    expect(await leftOver()).toEqual([])
  })

  it('a second work of a name is none: the first has a page for versions', async () => {
    const file = { name: 'a.tgz', bytes: await leak() }
    await ended(await sendForm(pages, researcher, '/works', texts, file))
    const answer = await sendForm(pages, researcher, '/works', texts, file)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('SLUG_TAKEN')
    expect((await showWork(pages.app, 'orbit-cli')).version).toBe(1)
  })
})

describe('an upload that means harm', () => {
  it('declared as 500 MB and cut off leaves nothing behind', async () => {
    await sendRaw(
      { 'content-length': String(500 * 1024 ** 2) },
      (token) => [part('form-token', token), part('title', 'Orbit'), filePart('a.tgz'), randomBytes(300_000)],
      async () => {
        await until(async () => (await leftOver()).length === 1)
      },
    )
    await until(async () => (await leftOver()).length === 0)
    expect(await listWorks(pages.app)).toEqual([])
    expect((await researcher.get('/works/new')).status).toBe(200)
  })

  it('declared larger than the limit is refused before a byte of it is kept', async () => {
    const answer = await sendRaw({ 'content-length': String(2 * 1024 ** 3) }, (token) => [
      part('form-token', token),
    ])
    expect(answer).toContain('413')
    expect(answer).toContain('UPLOAD_TOO_LARGE')
  })

  it('without the token of the session, or with it after the file, is not kept', async () => {
    const bytes = await leak()
    const token = await formTokenOf(researcher)
    for (const [first, last] of [
      [{}, {}],
      [{ 'form-token': 'x' }, {}],
      [{}, { 'form-token': token }],
    ] as const) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...first, ...texts })) form.append(name, value)
      form.append('file', new Blob([bytes as BlobPart]), 'a.tgz')
      for (const [name, value] of Object.entries(last)) form.append(name, value)
      const answer = await pages.ask('/works', {
        method: 'POST',
        headers: { cookie: researcher.cookie },
        body: form,
      })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('FORM_STALE')
      expect(await leftOver()).toEqual([])
    }
  })

  it.each([
    ['another type', 'text/plain', 'x'],
    ['no boundary', 'multipart/form-data', 'x'],
    ['a part without a name', 'multipart/form-data; boundary=b', '--b\r\nno head\r\n\r\n\r\n--b--'],
    ['no end', 'multipart/form-data; boundary=b', `--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n`],
    ['no boundary where it must be', 'multipart/form-data; boundary=b', `--bx${'y'.repeat(9000)}`],
    [
      'a field longer than any person writes',
      'multipart/form-data; boundary=b',
      `--b\r\ncontent-disposition: form-data; name="title"\r\n\r\n${'x'.repeat(300_000)}\r\n--b--`,
    ],
    [
      'more fields than any form',
      'multipart/form-data; boundary=b',
      Array.from(
        { length: 400 },
        (_, i) => `--b\r\ncontent-disposition: form-data; name="${i}"\r\n\r\n\r\n`,
      ).join('') + '--b--',
    ],
    ['a list', 'application/json', '[]'],
    ['a field that is an object', 'application/json', '{"title":{"a":1}}'],
    ['JSON longer than any form', 'application/json', `{"title":"${'x'.repeat(300_000)}"}`],
  ])('with %s is refused', async (_, type, body) => {
    const answer = await pages.ask('/api/v1/works', {
      method: 'POST',
      headers: { cookie: researcher.cookie, 'content-type': type },
      body,
    })
    expect([400, 503]).toContain(answer.status)
    expect(await answer.json()).toMatchObject({ error: { code: expect.stringMatching(/^UPLOAD_/) } })
  })

  it('named constructor or __proto__ is a field like any other', async () => {
    const form = new FormData()
    form.append('form-token', await formTokenOf(researcher))
    form.append('__proto__', 'x')
    form.append('constructor', 'y')
    const answer = await pages.ask('/works', {
      method: 'POST',
      headers: { cookie: researcher.cookie },
      body: form,
    })
    expect(await answer.text()).toContain('SOURCE_MISSING')
  })
})

describe('a source that Clawback goes and reads', () => {
  it('a path is read for whoever holds the machine', async () => {
    const holder = await sessionOf(pages, await pages.cookie())
    const source = folderOf({ ...originals })
    const intake = await ended(await sendForm(pages, holder, '/works', { ...texts, source }))
    expect(intake).toMatchObject({ state: 'done', source })
    expect((await showWork(pages.app, 'orbit-cli')).source).toBe(source)
  })

  it.each(['/etc', '/etc/passwd', 'git:/work', './data', '..'])(
    '%s is not read for anybody else, nor for a program',
    async (source) => {
      for (const roles of [['researcher'], ['researcher', 'admin']] as Role[][]) {
        const user = await signInAs(pages, `user-${roles.length}`, roles)
        const answer = await sendForm(pages, user, '/works', { ...texts, source })
        expect(answer.status).toBe(403)
        expect(await answer.text()).toContain('SOURCE_NOT_PERMITTED')
      }
      expect(await (await withToken({ ...texts, source })).json()).toMatchObject({
        error: { code: 'SOURCE_NOT_PERMITTED' },
      })
    },
  )
})

describe('who may', () => {
  it.each(['reviewer', 'signatory', 'auditor', 'admin'] as const)('not a %s', async (role) => {
    const user = await signInAs(pages, `only-${role}`, [role])
    expect((await user.get('/works/new')).status).toBe(403)
    const answer = await sendForm(pages, user, '/works', texts, { name: 'a.tgz', bytes: await leak() })
    expect(answer.status).toBe(403)
    expect(await leftOver()).toEqual([])
    expect(await listWorks(pages.app)).toEqual([])
  })

  it('a program with the scope, as JSON or as a form, and no other', async () => {
    const form = new FormData()
    form.append('file', new Blob([(await leak()) as BlobPart]), 'a.tgz')
    for (const [name, value] of Object.entries(texts)) form.append(name, value)
    expect((await withToken(form, [])).status).toBe(403)
    const answer = await withToken(form)
    expect(answer.status).toBe(202)
    const intake = (await answer.json()) as IntakeDocument
    expect(answer.headers.get('location')).toBe(`/api/v1${intake.page}`)
    expect(await endOf(intake.page)).toMatchObject({ state: 'done', by: 'programmer' })
  })
})

describe('several at once', () => {
  it('wait for each other, and one that waits can be stopped: it enters nothing and leaves nothing', async () => {
    const bytes = await leak()
    const started: string[] = []
    for (let i = 0; i < 3; i++) {
      const answer = await sendForm(
        pages,
        researcher,
        '/works',
        { ...texts, title: `Orbit ${i}` },
        { name: 'a.tgz', bytes },
      )
      started.push(answer.headers.get('location')!)
    }
    await researcher.post(`${started[2]!}/stop`)
    const ends = await Promise.all(started.map(endOf))
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'stopped'])
    expect((await listWorks(pages.app)).map(({ slug }) => slug)).toEqual(['orbit-0', 'orbit-1'])
    expect(await leftOver()).toEqual([])
  })

  it('no more are sent at once than may wait, and each that was cut off makes room', async () => {
    const token = await formTokenOf(researcher)
    const sockets = Array.from({ length: 8 }, () => {
      const { hostname, port, host } = new URL(pages.url)
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      socket.write(
        `POST /works HTTP/1.1\r\nhost: ${host}\r\ncookie: ${researcher.cookie}\r\n` +
          `content-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: 5000\r\n\r\n` +
          part('form-token', token) +
          filePart('a.tgz'),
      )
      return socket
    })
    await until(async () => (await leftOver()).length === 8)
    const file = { name: 'a.tgz', bytes: await leak() }
    const answer = await sendForm(pages, researcher, '/works', texts, file)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('INTAKES_FULL')
    for (const socket of sockets) socket.destroy()
    await until(async () => (await leftOver()).length === 0)
    await ended(await sendForm(pages, researcher, '/works', texts, file))
  })

  it('an address of nothing says so', async () => {
    const answer = await researcher.get('/intakes/nothing')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('INTAKE_UNKNOWN')
  })
})

async function withToken(body: FormData | object, scopes = ['scan']): Promise<Response> {
  const known = (await listUsers(pages.app)).find(({ name }) => name === 'programmer')
  if (known === undefined)
    await addUser(pages.app, { name: 'programmer', roles: ['researcher'], password, fullName: 'P' })
  const [row] = (await pages.app.db.orm.select().from(pages.app.db.tables.users)).filter(
    ({ name }) => name === 'programmer',
  )
  const { token } = await createApiToken(
    { ...pages.app, randomBytes },
    { userId: row!.id, name: 'programmer', fullName: 'P', roles: ['researcher'] },
    { label: 'test', scopes },
  )
  const isForm = body instanceof FormData
  return await pages.ask('/api/v1/works', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  })
}

const boundary = 'parted-here'

function part(name: string, value: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

function filePart(name: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
}

/** Sends the beginning of a request, waits, and breaks the connection; gives what was answered until then. */
async function sendRaw(
  headers: Record<string, string>,
  body: (token: string) => (string | Buffer)[],
  meanwhile?: () => Promise<void>,
): Promise<string> {
  const { hostname, port, host } = new URL(pages.url)
  const token = await formTokenOf(researcher)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString()))
  const head = {
    host,
    cookie: researcher.cookie,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...headers,
  }
  socket.write(
    `POST /works HTTP/1.1\r\n${Object.entries(head)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n`,
  )
  for (const chunk of body(token)) socket.write(chunk)
  if (meanwhile === undefined) await until(() => Promise.resolve(answer.includes('</html>')))
  else await meanwhile()
  socket.destroy()
  return answer
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20)
}
