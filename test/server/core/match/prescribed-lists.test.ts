import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { harbourTides } from './sample-work.ts'

/** What the grammar of a harbour's query language reserves, as its manual lists it. */
const reserved =
  'ANCHORED ASTERN BALLASTED BERTHING BUNKERED CAPSTAN CUSTOMHOUSE DEADWEIGHT DEMURRAGE DREDGED DRYDOCK EBBTIDE FAIRLEAD FAIRWAY FENDERED FREEBOARD GANGPLANK GUNWALE HARBOURMASTER HAWSER HEADWAY JETTISON KEELSON LANDFALL LAYTIME LEEWARD LIGHTERAGE LOADLINE MANIFESTED MOORAGE NEAPTIDE OUTBOUND PILOTAGE PORTSIDE QUARANTINE QUAYSIDE ROADSTEAD SEAWORTHY SLIPWAY SOUNDINGS STARBOARD STEVEDORE STOWAGE TONNAGE TRANSHIP TUGBOAT UNDOCKED WATERLINE WHARFAGE WINDLASS'.split(
    ' ',
  )
const month =
  'სექტემბერი თებერვალი ოქტომბერი ნოემბერი დეკემბერი იანვარი აპრილი აგვისტო ივლისი ივნისი მარტი მაისი'.split(
    ' ',
  )
const day = 'ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა'.split(' ')
const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

const works = {
  'key-words.ts': `export const keyWords: readonly string[] = [\n  ${quoted(reserved)},\n]\n`,
  'ka.ts': `import { locales } from './locales'\nlocales.ka = { weekdays: { longhand: [${quoted(day)}] }, months: { longhand: [${quoted(month)}] }, firstDayOfWeek: 1 }\n`,
}
const strengthOf = (work: Record<string, string>, text: string) =>
  compareFile(
    buildWorkIndex({
      originals: Object.entries(work).map(([path, one]) => ({ path, bytes: Buffer.from(one) })),
      baseline: [],
    }),
    { path: 'a.js', bytes: Buffer.from(text) },
  ).strength

describe('a list of what a language or a standard names', () => {
  it('makes no copy of another list of it, however long', () => {
    const another = `module.exports = new Set([\n${reserved.map((name) => `  "${name}",`).join('\n')}\n  "WEATHERED",\n]);\nmodule.exports.isReserved = (word) => module.exports.has(word.toUpperCase());\n`
    expect(strengthOf(works, another)).not.toBe('strong')
  })

  it('is one in any script: letters count, not bytes', () => {
    const another = `$.fn.picker.dates["ka"] = {\n  days: [${quoted(day)}],\n  months: [${quoted(month)}],\n  today: "x",\n  clear: "y"\n};\n`
    expect(strengthOf(works, another)).not.toBe('strong')
    const escaped = another.replace(
      /[^\0-\x7f]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    expect(strengthOf(works, escaped)).not.toBe('strong')
  })

  it('leaves a copy of what stands around it a copy', () => {
    const mixed = { 'tides.ts': `${works['key-words.ts']}${harbourTides}` }
    expect(
      strengthOf(mixed, `${works['key-words.ts'].replace(': readonly string[]', '')}${harbourTides}`),
    ).toBe('strong')
    expect(strengthOf(works, works['key-words.ts'])).toBe('strong')
  })
})

describe('names of one interface in a row', () => {
  const codes = reserved.slice(0, 8).map((name) => `OP_${name}`)
  const ours = `export const meaning = {\n${codes.map((code, at) => `  [Signals.${code}]: flag${at}(hoist, lower),`).join('\n')}\n}\n`
  const theirs = `class Mast {\n  show(signal) {\n    switch (signal) {\n${codes.map((code) => `      case Signals.${code}:`).join('\n')}\n        return this.halyard.free()\n    }\n  }\n}\n`

  it('make no passage by themselves: whoever handles them writes them in their order', () => {
    expect(strengthOf({ 'signals.ts': `${ours}${harbourTides}` }, theirs)).not.toBe('strong')
  })
})
