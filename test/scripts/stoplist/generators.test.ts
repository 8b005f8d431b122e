import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../server/core/fingerprint/language-of.ts'
import { lex } from '../../../server/core/fingerprint/lex.ts'
import { readingRules } from '../../../server/core/fingerprint/reading-rules.ts'
import { Tokens } from '../../../server/core/fingerprint/tokens.ts'
import { publicStopList, rarityOf } from '../../../server/core/match/stop-list.ts'

/** In eighths of a bit. */
function rarityOfName(name: string): number {
  const bytes = Buffer.from(name)
  const tokens = new Tokens()
  lex(bytes, 0, bytes.length, readingRules(languageOf('a.js', bytes)), tokens)
  expect(tokens.count).toBe(1)
  return rarityOf(publicStopList(), tokens.hash[0]!, bytes)
}

describe('names that a generator writes into whatever it makes', () => {
  it.each([
    'peg$silentFails',
    'signerOrProvider',
    'isMuslFromFilesystem',
    'getStringFromWasm0',
    'ENVIRONMENT_IS_WORKER',
    'getAttributeTypeMap',
    'ɵɵngDeclareClassMetadata',
    'encodeDeepObjectQuery',
  ])('%s tells nothing', (name) => {
    expect(rarityOfName(name)).toBe(0)
  })

  it.each(['peg$mooringFails', 'quayOrProvider', 'getBerthFromHarbour'])(
    '%s, put together alike, does',
    (name) => {
      expect(rarityOfName(name)).toBeGreaterThan(5 * 8)
    },
  )
})

describe('names that nobody chose', () => {
  it.each(['__exit__', '__init_subclass__', '__LINE__', 'я', 'x'])('%s tells nothing', (name) => {
    expect(rarityOfName(name)).toBe(0)
  })

  it.each(['__mooringHelper', 'tide__of__the__harbour', '__MOORING_INTERNALS_OF_THE_QUAY__'])(
    '%s, which somebody did, does',
    (name) => {
      expect(rarityOfName(name)).toBeGreaterThan(5 * 8)
    },
  )
})

describe('names that others prescribe', () => {
  it.each(['__defNormalProp', '_possibleConstructorReturn', '_interopRequireWildcard'])(
    'tell nothing where a tool writes them: %s',
    (name) => {
      expect(rarityOfName(name)).toBe(0)
    },
  )

  it.each(['ResponseWriter', 'WriteHeader', 'HandlerFunc', '__enter__'])(
    'tell little where packages of one language have them: %s',
    (name) => {
      expect(rarityOfName(name)).toBeLessThanOrEqual(3 * 8)
    },
  )

  it.each(['__defMooringProp', 'TidebackType', 'WriteBerth'])(
    'tell as much as any, put together alike by somebody else: %s',
    (name) => {
      expect(rarityOfName(name)).toBeGreaterThan(5 * 8)
    },
  )
})
