import { z } from 'zod'
import { readNumber } from './budget.ts'
import type { WireReply } from './client.ts'

/** What an HTTP answer means, before anything is known of its content. */
export type Judgement =
  | { kind: 'answer' }
  | { kind: 'redirect'; location: string }
  | { kind: 'credentials-refused' }
  /** The bucket is spent; its headers say until when. */
  | { kind: 'budget-spent' }
  /** A secondary limit. `seconds` undefined: GitHub did not say how long. */
  | { kind: 'slow-down'; seconds: number | undefined }
  /** A fault on the way or at GitHub; the same request may well succeed later. */
  | { kind: 'fault'; reason: string }

const blockSchema = z.object({ block: z.object({}) })
const messageSchema = z.object({ message: z.string() })

/**
 * A 403 is a block, a secondary limit, a spent budget or a refusal, told apart in this order: by `block` in the body,
 * by `retry-after` and the message, by `x-ratelimit-remaining`. Source: "Rate limits for the REST API" and "Best
 * practices for using the REST API".
 */
export function judgeReply({ status, headers, body }: WireReply): Judgement {
  if (status === 401) return { kind: 'credentials-refused' }
  if ([301, 302, 303, 307, 308].includes(status))
    return { kind: 'redirect', location: headers['location'] ?? '' }
  if (status >= 500 || status === 408) return { kind: 'fault', reason: `GitHub answered ${status}` }
  if (status !== 403 && status !== 429) return { kind: 'answer' }
  const content = readJson(body)
  if (blockSchema.safeParse(content).success) return { kind: 'answer' }
  const seconds = readRetryAfter(headers)
  const limited = seconds !== undefined || isSecondaryMessage(readMessage(content))
  if (limited) return { kind: 'slow-down', seconds }
  if (headers['x-ratelimit-remaining'] === '0') return { kind: 'budget-spent' }
  return status === 429 ? { kind: 'slow-down', seconds: undefined } : { kind: 'answer' }
}

export function isSecondaryMessage(message: string): boolean {
  return /secondary rate limit|abuse detection/i.test(message)
}

/** Seconds, or a date. */
export function readRetryAfter(headers: WireReply['headers']): number | undefined {
  const text = headers['retry-after']
  const seconds = readNumber(text)
  if (seconds !== undefined || text === undefined) return seconds
  const until = Date.parse(text)
  const from = Date.parse(headers['date'] ?? '')
  return Number.isNaN(until) || Number.isNaN(from) ? undefined : Math.max(1, Math.ceil((until - from) / 1000))
}

/** `undefined`: no JSON, or cut off. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

export function readMessage(content: unknown): string {
  const message = messageSchema.safeParse(content)
  return message.success ? message.data.message.slice(0, 300) : ''
}
