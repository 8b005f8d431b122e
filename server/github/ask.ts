import { backoff, MOST_FAULTS } from './backoff.ts'
import type { Bucket } from './budget.ts'
import type { WireReply } from './client.ts'
import type { Ledger } from './ledger.ts'
import { readJson } from './judge-reply.ts'
import type { Schedule } from './schedule.ts'
import { send } from './send.ts'
import type { Sending } from './send.ts'
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
  const wait = options.wait()
  let cache = question.conditional === true ? options.cache : undefined
  let url = `${apiUrl}${question.path}`
  let faults = 0
  let redirects = 0
  for (;;) {
    const started = await schedule.start(question.bucket, wait)
    if ('retryAt' in started) return couldNotTell(limitReason(question.bucket), started.retryAt)
    const kept = await cache?.get(url)
    const sent = await send(options, started.lane, sendingOf(question, { apiUrl, url, etag: kept?.etag }))
    let fault: string
    if (sent.kind === 'no-reply') fault = sent.reason
    else if (sent.judgement.kind === 'fault') fault = sent.judgement.reason
    else if (sent.judgement.kind === 'redirect') {
      const target = redirectTarget(sent.judgement.location, url, apiUrl)
      if (target === undefined || ++redirects > MOST_REDIRECTS)
        return couldNotTell('GitHub redirected to nowhere', null)
      url = target
      continue
    } else if (sent.judgement.kind === 'answer') {
      const answer = readAnswer(question, sent.reply, kept?.body)
      if (answer !== undefined) {
        const { etag } = sent.reply.headers
        if (sent.reply.status === 200 && etag !== undefined)
          await cache?.put(url, { etag, body: answer.body })
        return { kind: 'answer', ...answer, redirected: redirects > 0 }
      }
      if (sent.reply.status === 304) {
        // What was kept is damaged.
        cache = undefined
        continue
      }
      fault = "GitHub's answer was cut off"
    } else {
      // Refused for now, or with this token: the schedule knows what to wait for.
      continue
    }
    const pause = backoff(++faults, random)
    const retryAt = new Date(clock().getTime() + pause)
    if (faults >= MOST_FAULTS || !(await wait.for(pause))) return couldNotTell(fault, retryAt)
  }
}

function sendingOf(
  { purpose, bucket, expect }: Question,
  { apiUrl, url, etag }: { apiUrl: string; url: string; etag: string | undefined },
): Sending {
  const isRaw = expect === 'raw'
  return {
    purpose,
    bucket,
    path: url.slice(apiUrl.length),
    request: {
      method: 'GET',
      url,
      headers: {
        accept: isRaw ? 'application/vnd.github.raw+json' : 'application/vnd.github+json',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
      timeout: isRaw ? RAW_TIMEOUT : JSON_TIMEOUT,
    },
  }
}

/** `undefined`: what should be a JSON document is none. */
function readAnswer(
  { expect }: Question,
  { status, headers, body }: WireReply,
  kept: Uint8Array | undefined,
): Pick<Extract<Asked, { kind: 'answer' }>, 'status' | 'headers' | 'body' | 'content'> | undefined {
  const isKept = status === 304 && kept !== undefined
  const whole = isKept ? Buffer.from(kept) : body
  const isGood = isKept || status === 200
  if (isGood && expect === 'raw') return { status: 200, headers, body: whole, content: undefined }
  const content = readJson(whole)
  if (isGood && content === undefined) return undefined
  return { status: isKept ? 200 : status, headers, body: whole, content }
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
