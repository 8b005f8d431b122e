import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAccess, linkMinutes, sessionHours } from '../../../../server/http/sign-in/access.ts'

function start() {
  let now = Date.UTC(2026, 2, 31, 9)
  const access = createAccess(() => new Date(now), randomBytes)
  return { access, pass: (milliseconds: number) => (now += milliseconds) }
}

describe('a one-time link', () => {
  it('opens one session, once', () => {
    const { access } = start()
    const token = access.issueLink()

    const session = access.redeem(token)

    expect(session).not.toBeNull()
    expect(access.isOpen(session!)).toBe(true)
    expect(access.redeem(token)).toBeNull()
  })

  it('is spent after its minutes', () => {
    const { access, pass } = start()
    const token = access.issueLink()

    pass(linkMinutes * 60_000)

    expect(access.redeem(token)).toBeNull()
  })

  it('opens nothing when it was never issued', () => {
    const { access } = start()
    access.issueLink()

    expect(access.redeem('')).toBeNull()
    expect(access.redeem(randomBytes(32).toString('base64url'))).toBeNull()
  })

  it('is no session, and a session is no link', () => {
    const { access } = start()
    const token = access.issueLink()
    const session = access.redeem(access.issueLink())!

    expect(access.isOpen(token)).toBe(false)
    expect(access.redeem(session)).toBeNull()
  })

  it('asking for many does not fill the memory: the oldest gives way', () => {
    const { access } = start()
    const tokens = Array.from({ length: 9 }, () => access.issueLink())

    expect(access.redeem(tokens[0]!)).toBeNull()
    expect(access.redeem(tokens[1]!)).not.toBeNull()
    expect(access.redeem(tokens[8]!)).not.toBeNull()
  })
})

describe('a session', () => {
  it('ends after its hours', () => {
    const { access, pass } = start()
    const session = access.redeem(access.issueLink())!

    pass(sessionHours * 3_600_000 - 1)
    expect(access.isOpen(session)).toBe(true)
    pass(1)
    expect(access.isOpen(session)).toBe(false)
  })

  it('ends when it is closed, and others go on', () => {
    const { access } = start()
    const one = access.redeem(access.issueLink())!
    const other = access.redeem(access.issueLink())!

    access.close(one)

    expect(access.isOpen(one)).toBe(false)
    expect(access.isOpen(other)).toBe(true)
  })
})
