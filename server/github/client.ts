import { Octokit } from 'octokit'
import { ClawbackError } from '../errors.ts'

export interface WireRequest {
  method: 'GET' | 'POST'
  /** Absolute, with everything encoded. */
  url: string
  headers: Record<string, string>
  body?: object
  /** Milliseconds until the answer must be here whole. */
  timeout: number
}

export interface WireReply {
  status: number
  headers: Record<string, string | undefined>
  body: Buffer
}

/** No whole answer came: refused, reset, cut off, too slow, too large. Says nothing about what was asked for. */
export class ConnectionFailed extends Error {
  override name = 'ConnectionFailed'
}

/** Sends one request as one token. Every status is an answer; redirects are not followed. */
export type Client = (request: WireRequest) => Promise<WireReply>

/** GitHub gives no blob above 100 MB; anything longer is not from GitHub. */
const LARGEST_BODY = 128 * 1024 * 1024

/** https://docs.github.com/rest/about-the-rest-api/api-versions */
const API_VERSION = '2022-11-28'

/** What `fetch` a client sends with; another one goes through a proxy. */
export type Fetch = typeof globalThis.fetch

export interface TransportOptions {
  userAgent: string
  fetch?: Fetch | undefined
}

/** Sends one request with this `authorization`. */
export type Transport = (request: WireRequest, authorization: string) => Promise<WireReply>

/**
 * Octokit, without its throttling and retries: these keep their queues in the module, know nothing of the
 * `code_search` bucket and cannot ask for half (`schedule.ts` and `ask.ts` do that).
 */
export function createTransport({ userAgent, fetch }: TransportOptions): Transport {
  const octokit = new Octokit({
    userAgent,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  })
  return async ({ method, url, headers, body, timeout }, authorization) => {
    try {
      const response = await octokit.request({
        method,
        url,
        headers: { 'x-github-api-version': API_VERSION, ...headers, authorization },
        ...(body === undefined ? {} : { data: body }),
        request: {
          redirect: 'manual',
          parseSuccessResponseBody: false,
          signal: AbortSignal.timeout(timeout),
          ...(fetch === undefined ? {} : { fetch }),
        },
      })
      const reply = response as { status: number; headers: WireReply['headers']; data: unknown }
      return { status: reply.status, headers: reply.headers, body: await readBody(reply.data) }
    } catch (error) {
      const response = responseOf(error)
      if (response !== undefined) return response
      throw new ConnectionFailed(reasonOf(error), { cause: error })
    }
  }
}

/**
 * A client for one token.
 * @throws ClawbackError GITHUB_TOKEN_INVALID for text that cannot be a token, without repeating it.
 */
export function createClient({ token, ...options }: TransportOptions & { token: string }): Client {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new ClawbackError(
      'GITHUB_TOKEN_INVALID',
      'A token for GitHub holds a blank, a line break or another character that no token has',
      'Copy it again into GITHUB_TOKEN, or into GITHUB_TOKENS separated by commas.',
    )
  }
  const transport = createTransport(options)
  return (request) => transport(request, `token ${token}`)
}

function quiet(): void {
  // Octokit's log goes to the console, where a request's address does not belong; the ledger has it.
}

async function readBody(data: unknown): Promise<Buffer> {
  // The stream of a proxy's `fetch` is of another class.
  if (typeof data !== 'object' || data === null || !(Symbol.asyncIterator in data)) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of data as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > LARGEST_BODY) throw new TooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** Octokit throws for 304 and everything from 400 on, with the body parsed; without a response nothing was answered. */
function responseOf(error: unknown): WireReply | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined
  const { response } = error as {
    response?: { status: number; headers: WireReply['headers']; data: unknown }
  }
  if (response === undefined) return undefined
  const { status, headers, data } = response
  return { status, headers, body: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)) }
}

class TooLong extends Error {
  override name = 'TooLong'
}

/** The innermost cause says most. Only codes are repeated: a message may quote what was sent. */
function reasonOf(error: unknown): string {
  let inner: unknown = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  if (inner instanceof TooLong) return `the answer is longer than ${LARGEST_BODY} bytes`
  if (inner instanceof Error && inner.name === 'TimeoutError') return 'no answer in time'
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code
  return 'the connection was cut off'
}
