import { expect, it } from 'vitest'
import { readOfficial } from '../../../server/tasks/official-name.ts'

it('reads OWNER and OWNER/NAME as GitHub spells them, and a URL of either', () => {
  expect(readOfficial('orbit-inc')).toEqual({ owner: 'orbit-inc', name: null })
  expect(readOfficial('orbit-inc/orbit.js')).toEqual({ owner: 'orbit-inc', name: 'orbit.js' })
  expect(readOfficial('https://github.com/orbit-inc/sdk/')).toEqual({ owner: 'orbit-inc', name: 'sdk' })
})

it.each(['', 'a b', '-x', 'a/b/c', 'https://example.org/a/b', '../etc'])(
  'refuses "%s" with a way out',
  (text) => {
    expect(() => readOfficial(text)).toThrow(
      expect.objectContaining({ code: 'OFFICIAL_INVALID', exitCode: 2 }),
    )
  },
)
