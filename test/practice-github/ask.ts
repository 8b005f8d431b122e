import type { PracticeGitHub } from './start.ts'

export interface Answered {
  status: number
  body: unknown
  headers: Headers
}

/** For tests of the practice GitHub itself: plain requests, redirects not followed. */
export async function ask(
  github: Pick<PracticeGitHub, 'url'>,
  path: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'POST' = 'GET',
): Promise<Answered> {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: { authorization: 'Bearer practice', 'user-agent': 'test', ...headers },
    redirect: 'manual',
  })
  return { status: response.status, body: await readBody(response), headers: response.headers }
}

export async function askGraphql(
  github: Pick<PracticeGitHub, 'url'>,
  query: string,
  variables: Record<string, unknown> = {},
  token = 'practice',
): Promise<Answered> {
  const url = github.url.replace(/\/api\/v3$/, '/api')
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, body: await readBody(response), headers: response.headers }
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  return type.includes('json') && !type.includes('raw') && text !== '' ? (JSON.parse(text) as unknown) : text
}
