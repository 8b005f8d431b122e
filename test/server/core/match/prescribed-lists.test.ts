import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { harbourTides, unrelatedTides } from './sample-work.ts'

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

describe('one list, written in two ways', () => {
  const names = reserved.map((name) => name.toLowerCase())
  const upper = (name: string) => name.toUpperCase()
  const title = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`
  const tables: Record<string, (names: readonly string[]) => string> = {
    'words in one text': (all) => `export const signals = \`\n${rows(all).join('\n')}\n\`.split(/\\s+/)\n`,
    'strings in an array': (all) => `export const signals = [${quoted(all)}]\n`,
    'assignments of numbers': (all) =>
      `function widths(t) {\n${all.map((name, at) => `  t.${name} = ${250 + at}`).join('\n')}\n}\n`,
    'calls, one for each': (all) =>
      all.map((name) => `const Flag${title(name)} = /*@__PURE__*/ hoist("${name}")\n`).join(''),
    'a union of texts': (all) => `export type Signal =\n${all.map((name) => `  | '${name}'`).join('\n')}\n`,
    'an enumeration as compiled': (all) =>
      `var Signal;\n(function (Signal) {\n${all.map((name, at) => `    Signal[Signal["${upper(name)}"] = ${at}] = "${upper(name)}";`).join('\n')}\n})(Signal || (exports.Signal = Signal = {}));\n`,
    'exports as compiled': (all) =>
      all
        .map(
          (name) =>
            `var _${title(name)} = require("./${title(name)}");\nObject.keys(_${title(name)}).forEach(function (key) {\n  if (key === "default" || key === "__esModule") return;\n  if (key in exports && exports[key] === _${title(name)}[key]) return;\n  Object.defineProperty(exports, key, {\n    enumerable: true,\n    get: function () {\n      return _${title(name)}[key];\n    }\n  });\n});\n`,
        )
        .join(''),
    'a comparison with each': (all) =>
      `function isSignal(flag, mast) {\n  return ${all.map((name) => `flag === mast.${upper(name)}`).join(' ||\n    ')}\n}\n`,
    'pairs of numbers': (all) =>
      `export const sizes = {\n${all.map((name, at) => `  ${name}: [${at}.5, ${at * 2}] as [number, number],`).join('\n')}\n}\n`,
  }
  const kinds = Object.keys(tables)

  it.each(kinds.flatMap((ours) => kinds.map((theirs) => [ours, theirs] as const)))(
    'is nobody’s: %s, and %s',
    (ours, theirs) => {
      const work = { 'signals.ts': `${harbourTides}\n${tables[ours]!(names)}` }
      // Who lists them knows some more, and leaves some out.
      const known = names.flatMap((name, at) =>
        at % 7 === 3 ? [`${name}s`, name] : at % 11 === 5 ? [] : [name],
      )
      const another = `${tables[theirs]!(known)}\n${unrelatedTides}`
      expect(strengthOf(work, another)).not.toBe('strong')
    },
  )

  it.each(kinds)('hides no copy beside it: %s', (kind) => {
    const work = { 'signals.ts': `${harbourTides}\n${tables[kind]!(names)}` }
    expect(strengthOf(work, `${tables[kind]!(names)}\n${harbourTides}\n${unrelatedTides}`)).toBe('strong')
  })

  it('but what somebody wrote into a row is theirs', () => {
    const replies = names.map((name) => `nobody answers to ${name} while the gate is shut`)
    const table = (all: readonly string[]) => `export const replies = [${quoted(all)}]\n`
    const work = { 'replies.ts': `${harbourTides}\n${table(replies)}` }
    expect(strengthOf(work, `${unrelatedTides}\n${table(replies.slice(8, 30))}`)).toBe('strong')
  })
})

function rows(names: readonly string[]): string[] {
  const lines: string[] = []
  for (let at = 0; at < names.length; at += 4) lines.push(names.slice(at, at + 4).join('  '))
  return lines
}

it('letters of an alphabet are nobody’s', () => {
  const letters = 'ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ'.split(' ')
  const work = {
    'letters.ts': `${harbourTides}\nconst vowels = pick(${letters.map((one) => `['${one}', -1, 2]`).join(', ')})\n`,
  }
  const another = `${unrelatedTides}\nfunction stem(a) { return a.cut([${letters.map((one) => `["${one}", 3, -1]`).join(',')}]) }\n`
  expect(strengthOf(work, another)).toBe('none')
})
