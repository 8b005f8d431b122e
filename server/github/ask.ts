import { backoff, MOST_FAULTS } from './backoff.ts'
import type { Bucket } from './budget.ts'
import type { WireReply } from './client.ts'
import type { Ledger } from './ledger.ts'
import { readJson } from './judge-reply.ts'
import type { Schedule } from './schedule.ts'
import { send } from './send.ts'
import type { Wait } from './wait.ts'

/** A GET of the REST API. */
export interface Question {
  purpose: string
  bucket: Exclude<Bucket, 'graphql'>
  /** Below the API's root, encoded, with its query. */
  path: string
  /** What comes back when all goes well; `raw` is a file's bytes. */
  expect?: 'json' | 'raw'
  /** Ask with the tag of the last answer, which is free of charge while nothing changed. */
  conditional?: boolean
}

/** The status and content that GitHub answered with in the end; redirects and faults are behind it. */
export type Asked =
  | {
      kind: 'answer'
      status: number
      headers: WireReply['headers']
      body: Buffer
      content: unknown
      redirected: boolean
    }
  | { kind: 'could-not-tell'; reason: string; retryAt: Date | null }

/** Answers kept for conditional requests. */
export interface AnswerCache {
  get: (key: string) => Promise<{ etag: string; body: Uint8Array } | undefined>
  put: (key: string, answer: { etag: string; body: Uint8Array }) => Promise<void>
}

export interface AskOptions {
  /** Without a final slash. */
  apiUrl: string
  schedule: Schedule
  ledger: Ledger
  cache: AnswerCache | undefined
  clock: () => Date
  random: () => number
  wait: () => Wait
}

const MOST_REDIRECTS = 3
const JSON_TIMEOUT = 60_000
/** A file of 100 MB over a slow line. */
const RAW_TIMEOUT = 300_000

/**
 * Asks until there is an answer: waits for budgets and pauses within the patience, repeats after faults, follows
 * redirects within the API, and takes a 304 as the answer that is kept. What it gives up on is *could not tell*.
 * @throws ClawbackError GITHUB_CREDENTIALS_REFUSED
 */
export async function ask(options: AskOptions, question: Question): Promise<Asked> {
  const { apiUrl, schedule, clock, random } = options
  const { purpose, bucket, expect = 'json' } = question
  const wait = options.wait()
  let url = `${apiUrl}${question.path}`
  let faults = 0
  let redirects = 0
  for (;;) {
    const started = await schedule.start(bucket, wait)
    if ('retryAt' in started) return couldNotTell(limitReason(bucket), started.retryAt)
    const kept = question.conditional === true ? await options.cache?.get(url) : undefined
    const sent = await send(options, started.lane, {
      purpose,
      bucket,
      path: url.slice(apiUrl.length),
      request: {
        method: 'GET',
        url,
        headers: {
          accept: expect === 'raw' ? 'application/vnd.github.raw+json' : 'application/vnd.github+json',
          ...(kept === undefined ? {} : { 'if-none-match': kept.etag }),
        },
        timeout: expect === 'raw' ? RAW_TIMEOUT : JSON_TIMEOUT,
      },
    })
    let fault: string
    if (sent.kind === 'no-reply') fault = sent.reason
    else {
      const { reply, judgement } = sent
      if (judgement.kind === 'redirect') {
        const target = redirectTarget(judgement.location, url, apiUrl)
        if (target === undefined || ++redirects > MOST_REDIRECTS)
          return couldNotTell('GitHub redirected to nowhere', null)
        url = target
        continue
      }
      if (judgement.kind === 'answer') {
        const body = reply.status === 304 && kept !== undefined ? Buffer.from(kept.body) : reply.body
        const status = reply.status === 304 && kept !== undefined ? 200 : reply.status
        const content = expect === 'raw' && status === 200 ? undefined : readJson(body)
        if (status !== 200 || expect === 'raw' || content !== undefined) {
          const { etag } = reply.headers
          if (reply.status === 200 && question.conditional === true && etag !== undefined) {
            await options.cache?.put(url, { etag, body })
          }
          return { kind: 'answer', status, headers: reply.headers, body, content, redirected: redirects > 0 }
        }
        fault = "GitHub's answer was cut off"
      } else if (judgement.kind === 'fault') fault = judgement.reason
      // Refused for now, or with this token: the schedule knows what to wait for.
      else continue
    }
    const pause = backoff(++faults, random)
    const retryAt = new Date(clock().getTime() + pause)
    if (faults >= MOST_FAULTS || !(await wait.for(pause))) return couldNotTell(fault, retryAt)
  }
}

function couldNotTell(reason: string, retryAt: Date | null): Asked {
  return { kind: 'could-not-tell', reason, retryAt }
}

export function limitReason(bucket: Bucket): string {
  return `the ${bucket.replace('_', ' ')} limit of GitHub is reached`
}

/** Credentials go to the API and nowhere else. */
function redirectTarget(location: string, from: string, apiUrl: string): string | undefined {
  if (!URL.canParse(location, from)) return undefined
  const target = new URL(location, from).href
  return target.startsWith(`${apiUrl}/`) ? target : undefined
}
