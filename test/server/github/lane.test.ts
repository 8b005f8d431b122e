import { describe, expect, it } from 'vitest'
import type { Bucket } from '../../../server/github/budget.ts'
import { Lane } from '../../../server/github/lane.ts'

const MINUTE = 60_000
const unlimited = { restPerMinute: Infinity, graphqlPerMinute: Infinity }

function lane(courtesy = unlimited): Lane {
  return new Lane(() => Promise.reject(new Error('not sent in this test')), courtesy)
}

/** How many requests the lane lets run beside each other. */
function width(of: Lane, bucket: Bucket = 'core', now = 0): number {
  // A server without limit headers: only the lane's own width counts.
  of.start(bucket, now)
  of.end(bucket, {}, now)
  let count = 0
  while (of.readiness(bucket, now).ready) {
    of.start(bucket, now)
    count++
  }
  for (let i = 0; i < count; i++) of.end(bucket, {}, now)
  return count
}

const headers = (remaining: number, resetSeconds: number, limit = 5000) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetSeconds),
  date: new Date(0).toUTCString(),
})

describe('a token', () => {
  it('has few requests under way, half as many after a secondary limit, and slowly more again', () => {
    const one = lane()
    const before = width(one)
    expect(before).toBeGreaterThan(1)
    expect(before).toBeLessThan(100)
    // Refused together: one refusal.
    for (let i = 0; i < 5; i++) one.slowDown(60, 0)
    const after = width(one, 'core', 2 * MINUTE)
    expect(after).toBe(before / 2)
    for (let i = 0; i < 1000; i++) one.wentWell()
    expect(width(one, 'core', 2 * MINUTE)).toBe(before)
  })

  it('pauses for a minute when GitHub does not say how long, then twice as long each time', () => {
    const one = lane()
    let now = 0
    const pauses = Array.from({ length: 4 }, () => {
      one.slowDown(undefined, now)
      const readiness = one.readiness('core', now)
      const at = readiness.ready || readiness.busy ? now : readiness.at
      const pause = at - now
      now = at
      return pause
    })
    expect(pauses).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE])
    one.wentWell()
    one.slowDown(undefined, now)
    expect(one.readiness('core', now)).toMatchObject({ at: now + MINUTE })
  })

  it('sends one request alone to learn a budget, and again after each reset', () => {
    const one = lane()
    one.start('core', 0)
    expect(one.readiness('core', 0)).toEqual({ ready: false, busy: true })
    one.end('core', headers(100, 3600), 0)
    for (let i = 0; i < 3; i++) {
      expect(one.readiness('core', 0).ready).toBe(true)
      one.start('core', 0)
    }
    for (let i = 0; i < 3; i++) one.end('core', headers(97, 3600), 0)
    const later = 3601 * 1000 + 1
    expect(one.readiness('core', later).ready).toBe(true)
    one.start('core', later)
    expect(one.readiness('core', later).ready).toBe(false)
  })

  it('believes the smaller number when answers overtake each other', () => {
    const one = lane()
    one.start('core', 0)
    one.end('core', headers(10, 3600), 0)
    one.start('core', 0)
    one.start('core', 0)
    one.end('core', headers(0, 3600), 0)
    one.end('core', headers(1, 3600), 0)
    expect(one.readiness('core', 0)).toMatchObject({ ready: false, spent: true })
  })

  it('takes no gateway’s silence for a server without limits', () => {
    const one = lane()
    one.start('core', 0)
    one.end('core', undefined, 0)
    one.start('core', 0)
    expect(one.readiness('core', 0).ready).toBe(false)
  })

  it('does not hammer when a limit says that it ended already', () => {
    const one = lane()
    one.start('core', 10_000)
    one.end('core', { ...headers(0, 5), date: new Date(10_000).toUTCString() }, 10_000, true)
    expect(one.readiness('core', 10_000)).toMatchObject({ ready: false, busy: false, at: 11_000 })
  })

  it('keeps within so many requests a minute', () => {
    const one = lane({ restPerMinute: 3, graphqlPerMinute: 1 })
    for (const at of [0, 10, 20]) {
      one.start('core', at)
      one.end('core', {}, at)
    }
    expect(one.readiness('core', 30)).toMatchObject({ ready: false, at: MINUTE })
    expect(one.readiness('graphql', 30).ready).toBe(true)
    expect(one.readiness('core', MINUTE).ready).toBe(true)
  })
})
