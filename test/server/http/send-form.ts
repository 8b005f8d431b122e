import type { UserSession } from './user-session.ts'
import type { Pages } from './with-pages.ts'

export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** Sends a form with a file as a browser does: the session's token stands first. */
export async function sendForm(
  pages: Pages,
  session: UserSession,
  path: string,
  fields: Record<string, string>,
  file?: SentFile,
): Promise<Response> {
  const form = new FormData()
  form.set('form-token', await formTokenOf(session))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file !== undefined) form.set('file', new Blob([file.bytes as BlobPart]), file.name)
  return await pages.ask(path, { method: 'POST', headers: { cookie: session.cookie }, body: form })
}

export async function formTokenOf(session: UserSession): Promise<string> {
  const html = (await (await session.get('/account')).text()) + (await (await session.get('/people')).text())
  return /name="form-token" value="([\w-]+)"/.exec(html)![1]!
}
