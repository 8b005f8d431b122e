import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellWord } from '../../../../server/http/view/commands.ts'

it('a name in a command is one word to a real shell, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('a', '$(id)', '`id`', "'", '"', ' ', ';', '\\', '\n', '*', '-', 'א'), {
          minLength: 1,
        })
        .map((parts) => parts.join('')),
      (name) => {
        expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name)
      },
    ),
    { numRuns: 40 },
  )
})
