import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createLinks, linkMinutes } from '../../../../server/http/sign-in/links.ts'

function start() {
  let now = Date.UTC(2026, 2, 31, 9)
  const links = createLinks(() => new Date(now), randomBytes)
  return { links, pass: (milliseconds: number) => (now += milliseconds) }
}

describe('a one-time link', () => {
  it('is good once', () => {
    const { links } = start()
    const token = links.issue()

    expect(links.redeem(token)).toBe(true)
    expect(links.redeem(token)).toBe(false)
  })

  it('is spent after its minutes', () => {
    const { links, pass } = start()
    const [early, late] = [links.issue(), links.issue()]

    pass(linkMinutes * 60_000 - 1)
    expect(links.redeem(early)).toBe(true)
    pass(1)
    expect(links.redeem(late)).toBe(false)
  })

  it('opens nothing when it was never issued', () => {
    const { links } = start()
    links.issue()

    expect(links.redeem('')).toBe(false)
    expect(links.redeem(randomBytes(32).toString('base64url'))).toBe(false)
  })

  it('asking for many does not fill the memory: the oldest gives way', () => {
    const { links } = start()
    const tokens = Array.from({ length: 9 }, () => links.issue())

    expect(tokens.map((token) => links.redeem(token))).toEqual([false, ...Array<boolean>(8).fill(true)])
  })
})
