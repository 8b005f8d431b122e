import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { mulberry32 } from '../../practice-github/house/weather.ts'

/** Habits of another server that says the same: nothing of this may change what is found. */
export interface Habits {
  seed: number
  /** Header names as they were written long ago. */
  capitals: boolean
  /** `"abc"` for `W/"abc"`. */
  strongTags: boolean
  /** No `date`, no request id: whatever need not be there. */
  fewHeaders: boolean
  gzip: boolean
  /** Properties in another order, and some that nobody knows. */
  shuffled: boolean
  /** Trees in any order. */
  shuffledTrees: boolean
  /** What the description calls optional is not there. */
  sparse: boolean
  /** Cursors that say nothing. */
  opaqueCursors: boolean
  /** At the most so many in a page of GraphQL, however many are asked for. */
  pageSize: number
  /** An error beside data that has nothing to do with it, and members that are null where they may be. */
  noise: boolean
}

/** Losses that GraphQL allows: whatever is lost, nothing may be concluded from its absence. */
export interface Losses {
  /** Chance that a member of a list, or an object, is null, with an error that says so. */
  nulls: number
}

export interface Warped {
  url: string
  close: () => Promise<void>
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Stands before a practice GitHub and gives its answers in other ways. */
export async function startWarp(
  target: string,
  habits: Habits,
  losses: Losses = { nulls: 0 },
): Promise<Warped> {
  const random = mulberry32(habits.seed)
  const cursors = new Map<string, string>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const asked = Buffer.concat(chunks).toString()
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const came = await fetch(`${target}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(asked === '' ? {} : { body: askedOf(asked) }),
    })
    const bytes = Buffer.from(await came.arrayBuffer())
    const isJson = (came.headers.get('content-type') ?? '').startsWith('application/json')
    const body = isJson && bytes.length > 0 ? warp(bytes, request.url === '/graphql') : bytes
    const isZipped = habits.gzip && body.length > 0
    response.writeHead(came.status, headersOf(came.headers, isZipped))
    response.end(isZipped ? gzipSync(body) : body)
  }

  /** What the client asks for, as the server behind would be asked. */
  function askedOf(text: string): string {
    const body = JSON.parse(text) as { query: string; variables: Record<string, Json> }
    const { after, first } = body.variables
    if (typeof after === 'string') body.variables['after'] = cursors.get(after) ?? after
    if (typeof first === 'number') body.variables['first'] = Math.min(first, habits.pageSize)
    body.query = body.query
      .replace(/after: "([^"]+)"/g, (_, cursor: string) => `after: "${cursors.get(cursor) ?? cursor}"`)
      .replace(/first: 100\b/g, `first: ${Math.min(100, habits.pageSize)}`)
    return JSON.stringify(body)
  }

  function headersOf(came: Headers, isZipped: boolean): Record<string, string> {
    const kept: Record<string, string> = isZipped ? { 'content-encoding': 'gzip' } : {}
    came.forEach((value, name) => {
      if (
        ['content-length', 'connection', 'transfer-encoding', 'keep-alive', 'content-encoding'].includes(name)
      )
        return
      if (habits.fewHeaders && /^(date|server|x-github|x-content|vary|cache-control)/.test(name)) return
      const told = name === 'etag' && habits.strongTags ? value.replace(/^W\//, '') : value
      kept[habits.capitals ? name.replace(/(^|-)(\w)/g, (part) => part.toUpperCase()) : name] =
        told.replaceAll(target, url)
    })
    return kept
  }

  function warp(bytes: Buffer, isGraphql: boolean): Buffer {
    let json = JSON.parse(bytes.toString().replaceAll(target, url)) as Json
    if (isGraphql) json = warpGraphql(json as Record<string, Json>)
    else if (habits.sparse) json = sparse(json)
    return Buffer.from(JSON.stringify(habits.shuffled || habits.shuffledTrees ? shuffle(json) : json))
  }

  function warpGraphql(body: Record<string, Json>): Json {
    const errors = (body['errors'] as Json[] | undefined) ?? []
    const lost: Json[] = []
    const data = losses.nulls > 0 ? lose(body['data'] ?? null, [], lost) : (body['data'] ?? null)
    const noise: Json[] = habits.noise
      ? [{ type: null, path: null, message: 'A field will be removed soon.' }]
      : []
    const all = [...errors, ...lost, ...noise]
    return cursed({ data, ...(all.length > 0 ? { errors: all } : habits.noise ? { errors: [] } : {}) })
  }

  /** Nulls where GitHub's schema allows them, each with its error. */
  function lose(value: Json, path: (string | number)[], lost: Json[]): Json {
    if (value === null || typeof value !== 'object') return value
    const isNullable =
      typeof path.at(-1) === 'number' ||
      ['target', 'object', 'refs', 'branches', 'tags'].includes(String(path.at(-1))) ||
      /^n\d+$/.test(String(path.at(-1)))
    if (path.length > 0 && isNullable && random() < losses.nulls) {
      lost.push({ message: 'Something went wrong.', path: [...path] })
      return null
    }
    if (Array.isArray(value)) return value.map((item, index) => lose(item, [...path, index], lost))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, lose(item, [...path, key], lost)]),
    )
  }

  function cursed(value: Json): Json {
    if (!habits.opaqueCursors || value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(cursed)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        if (!/cursor$/i.test(key) || typeof item !== 'string') return [key, cursed(item)]
        const other = `c${cursors.size}-${Math.floor(random() * 1e9)}`
        cursors.set(other, item)
        return [key, other]
      }),
    )
  }

  function shuffle(value: Json): Json {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(shuffle)
    const entries = Object.entries(value).map(([key, item]): [string, Json] => {
      const inner = shuffle(item)
      return [key, habits.shuffledTrees && key === 'tree' && Array.isArray(inner) ? mixed(inner) : inner]
    })
    if (!habits.shuffled) return Object.fromEntries(entries)
    return Object.fromEntries([...mixed(entries), ['of_no_interest', { nested: [1, null] }]])
  }

  function mixed<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const OPTIONAL = new Set([
  'description',
  'license',
  'network_count',
  'stargazers_count',
  'forks_count',
  'size',
  'archived',
  'created_at',
  'pushed_at',
  'topics',
  'homepage',
  'language',
])

/** A tree's entries keep their size: it says which files are worth reading. */
function sparse(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sparse)
  const isEntry = 'mode' in value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isEntry || !OPTIONAL.has(key))
      .map(([key, item]) => [key, sparse(item)]),
  )
}
