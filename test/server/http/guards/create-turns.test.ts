import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTurns } from '../../../../server/http/guards/create-turns.ts'

/** Time that passes only by waiting. */
function turnsIn(room: number) {
  let now = 0
  const wait = async (milliseconds: number) => {
    const end = (now += milliseconds)
    await new Promise(setImmediate)
    expect(now, 'nobody waits beside somebody in one queue').toBe(end)
  }
  return { turns: createTurns({ pause: 5, room, wait }), now: () => now }
}

it('one goes after the other, each after a pause; nobody has two places, and nobody waits outside', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(12), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (who, room) => {
        const { turns, now } = turnsIn(room)
        const gone: number[] = []
        const came = await Promise.all(
          who.map(async (one) => {
            const mine = await turns('q', `${one}`)
            if (mine) gone.push(one)
            return mine
          }),
        )
        const wanted = [...new Set(who)].slice(0, room)
        expect(gone).toEqual(wanted)
        expect(came.filter(Boolean)).toHaveLength(wanted.length)
        expect(now()).toBe(wanted.length * 5)
        expect(await turns('q', 'later'), 'the queue is open again').toBe(true)
      },
    ),
  )
})
