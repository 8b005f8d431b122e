import type { Role } from '../../../server/core/access/roles.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import type { Pages } from './with-pages.ts'

export interface UserSession {
  cookie: string
  get: (path: string) => Promise<Response>
  /** Sends a form as the page would: with the session's token unless it is given otherwise. */
  post: (path: string, fields?: Record<string, string | string[]>) => Promise<Response>
}

export const password = 'four words that stand alone'

/** Adds a user and signs them in by name, as a person does. */
export async function signInAs(
  pages: Pages,
  name: string,
  roles: Role[],
  fullName = `${name} in full`,
): Promise<UserSession> {
  await addUser(pages.app, { name, roles, password, fullName })
  const answer = await postForm(pages, '/sign-in', { name, password })
  return sessionOf(pages, answer.headers.get('set-cookie')!.split(';')[0]!)
}

export async function sessionOf(pages: Pages, cookie: string): Promise<UserSession> {
  const get = (path: string) => pages.ask(path, { headers: { cookie } })
  // Whoever holds the machine has no account, and manages people; every user has one.
  const html = (await (await get('/account')).text()) + (await (await get('/people')).text())
  const token = /name="form-token" value="([\w-]+)"/.exec(html)![1]!
  return {
    cookie,
    get,
    post: (path, fields = {}) => postForm(pages, path, { 'form-token': token, ...fields }, { cookie }),
  }
}

export async function postForm(
  pages: Pick<Pages, 'ask'>,
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return await pages.ask(path, { method: 'POST', headers, body: new URLSearchParams(pairs) })
}
