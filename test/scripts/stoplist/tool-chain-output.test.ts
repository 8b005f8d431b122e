import { expect, it } from 'vitest'
import { withoutDecorators } from '../../../scripts/stoplist/every-construct.ts'
import { toolChainOutput } from '../../../scripts/stoplist/tool-chain-output.ts'
import { channels, project, Stream } from '../../../server/core/fingerprint/channel.ts'
import { languageOf } from '../../../server/core/fingerprint/language-of.ts'
import { lex } from '../../../server/core/fingerprint/lex.ts'
import { readingRules } from '../../../server/core/fingerprint/reading-rules.ts'
import { Tokens } from '../../../server/core/fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../../../server/core/fingerprint/winnow.ts'
import { publicStopList } from '../../../server/core/match/stop-list.ts'

it('is on the stop-list as today’s fingerprints see it: whoever changes them makes the list anew', () => {
  const { grams } = publicStopList()
  const [tokens, stream, found] = [new Tokens(), new Stream(), new Fingerprints()]
  let all = 0
  let listed = 0
  for (const { path, bytes } of toolChainOutput([withoutDecorators])) {
    lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), tokens)
    for (const channel of channels) {
      project(tokens, channel, stream)
      winnow(stream, channel, found)
      for (let i = 0; i < found.count; i++) if (grams.has(found.high[i]!, found.low[i]!)) listed++
      all += found.count
    }
  }
  expect(all).toBeGreaterThan(10_000)
  expect(listed).toBe(all)
})
