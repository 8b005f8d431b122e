import type { ContentStore } from '../db/content/open-content-store.ts'
import type { Database } from '../db/database.ts'
import { enterRequests, findCached, insertRequest, saveCached } from '../db/queries/requests.ts'
import type { Config } from './config.ts'
import { createGitHub } from './github/create-github.ts'
import { createProxiedFetch } from './github/proxied-fetch.ts'
import { readAppKey } from './read-app-key.ts'
import type { Connection, Spent, WaitListener } from './tasks/connection.ts'

/** How long a command waits for a budget to come back before it says *could not tell*: a scan is resumed later. */
const patience = 15 * 60_000

/**
 * The client for one scan (or, with null, for what belongs to none): every request goes into the ledger, answers
 * with an ETag are kept encrypted for conditional requests. `signal` ends it at the next request.
 * @throws ClawbackError GITHUB_TOKEN_MISSING, GITHUB_TOKEN_INVALID, GITHUB_APP_KEY_NOT_READABLE, GITHUB_APP_KEY_INVALID
 */
export function connectGitHub(
  {
    config,
    db,
    content,
    clock,
    sleep,
  }: {
    config: Config
    db: Database
    content: ContentStore
    clock: () => Date
    sleep: (ms: number) => Promise<void>
  },
  scanId: number | null,
  signal?: AbortSignal,
): Connection {
  let under = scanId
  let tellWait: WaitListener = () => undefined
  const stop = signal && aborted(signal)
  const spent: Spent = { core: 0, graphql: 0, search: 0, code_search: 0 }
  // What is asked before a scan has its number (who am I, is that repository there) is the scan's all the same.
  const early: number[] = []
  // One after the other, in the order sent; a line that cannot be written is told when the command settles.
  let written: Promise<void> = Promise.resolve()
  const { apiUrl, tokens, app, proxy } = config.github
  const github = createGitHub({
    apiUrl,
    tokens,
    app: app && { ...app, privateKey: readAppKey(app.privateKeyFile) },
    ...(proxy === null ? {} : { fetch: createProxiedFetch(proxy) }),
    clock,
    sleep: stop === undefined ? sleep : (ms) => Promise.race([sleep(ms), stop]),
    watch: { signal, onWait: (bucket, until) => tellWait(bucket, until) },
    random: Math.random,
    patience,
    userAgent: 'clawback',
    ledger: (entry) => {
      if (!entry.notModified) spent[entry.bucket]++
      const row = { ...entry, scanId: under }
      written = written.then(async () => {
        const id = await insertRequest(db, row)
        if (row.scanId === null) early.push(id)
      })
      written.catch(() => undefined)
    },
    cache: {
      async get(key) {
        const row = await findCached(db, key)
        if (row === undefined) return undefined
        return { etag: row.etag, body: await content.get(row.contentId) }
      },
      async put(key, { etag, body }) {
        await saveCached(db, { key, etag, contentId: await content.put(body), storedAt: clock() })
      },
    },
  })
  return {
    ...github,
    enterUnder: (id) => {
      under = id
      written = written.then(() => enterRequests(db, early.splice(0), id))
      written.catch(() => undefined)
    },
    onWait: (listener) => {
      tellWait = listener
    },
    spent: () => ({ ...spent }),
    settled: () => written,
  }
}

/** Resolves when the signal is given; whoever waited then asks, and is told to stop. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
