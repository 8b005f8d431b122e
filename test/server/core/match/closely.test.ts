import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { explainStrength } from '../../../../server/core/match/explain-strength.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../../../server/core/match/serialize-work-index.ts'
import type { FileMatch } from '../../../../server/core/match/types.ts'
import type { WorkIndex } from '../../../../server/core/match/work-index.ts'
import { disguises } from '../../../../scripts/evaluate/disguises.ts'
import { seeded } from '../../../../scripts/evaluate/random.ts'
import { renameEverything } from '../../../../scripts/evaluate/rename.ts'
import { originalVariants } from '../../../../server/sources/original-variants.ts'
import { harbourTides, ledger, unrelatedTides } from './sample-work.ts'
import { wrappings } from './wrappings.ts'

/** Small, as most files are: little to tell by, but for what it says about itself. */
const slack = `/*
 * Copyright (c) the harbour office. Licensed under the terms that stand in the file LICENSE of this folder.
 * The above notice shall be included in all copies or substantial portions of this software.
 */
import { clamp } from '../numbers/clamp.js'
import type { Mooring } from './mooring.js'

/**
 * How much line a mooring may give before the ferry touches the pontoon beside it.
 * The old harbour master measured this with a knotted rope, and his figures still hold:
 * a third of the tide's range, but never less than the length of a boat hook.
 *
 * Winter storms are left out here, the watch officer hears of them long before the line does.
 */
export function slackOf(mooring: Mooring, range: number): number {
  const third = range / 3
  // A boat hook is four and a half feet, whatever the label in the shed says.
  return clamp(third, 1.37, mooring.length)
}
`

/** Every name can be another one, and it says nothing about itself. */
const rounding = `export function settle(values, least, most, step) {
  const out = []
  for (const value of values) {
    if (value === undefined || value < least || value > most) continue
    const steps = Math.round((value - least) / step)
    const settled = least + steps * step
    if (out.length > 0 && out[out.length - 1] === settled) continue
    out.push(settled > most ? most : settled)
  }
  while (out.length > 2 && out[0] === out[1]) out.shift()
  return out.length === 0 ? [least, most] : out.map((one, at) => (at % 2 === 0 ? one : -one))
}
`

/** What every calendar of one language says. */
const months = `const _default = {
  months: ['Kertoberen', 'Vaslimuten', 'Oberlichten', 'Quandarien', 'Pfelluwenten', 'Ruschkatan', 'Elmenbrecht'],
  days: ['Hollomandag', 'Brechtendag', 'Wurmelsdag', 'Kettelsdag', 'Sormendag', 'Zwillichdag', 'Ulmerdag'],
  seasons: ['Vorwasser', 'Hochwasser', 'Nachwasser', 'Eisgangzeit', 'Niedrigzeit', 'Stauwasserzeit'],
}
`

const originals = [
  { path: 'src/months.ts', bytes: Buffer.from(months) },
  { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
  { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
  { path: 'src/slack.ts', bytes: Buffer.from(slack) },
  { path: 'src/rounding.js', bytes: Buffer.from(rounding) },
]
let index: WorkIndex

beforeAll(() => {
  index = loadWorkIndex(serializeWorkIndex(buildWorkIndex({ originals, baseline: [] })))
})

function compare(text: string, path = 'copy.ts', by = index): FileMatch {
  return compareFile(by, { path, bytes: Buffer.from(text) })
}

const lines = slack.split('\n')
const half = lines.slice(0, 12).join('\n')

describe('a small file, looked at as a whole', () => {
  it('is found when only its first half is left, and that ends in the middle of a comment', () => {
    const match = compare(half)
    expect(match).toMatchObject({
      class: 'partial',
      strength: 'strong',
      originals: [{ path: 'src/slack.ts' }],
    })
    const [found] = match.originals
    expect(found!.ofCandidate).toBeGreaterThan(0.9)
    expect(found!.reason).toMatch(/imports and comments too: \d+ of the file's \d+ tokens and lines/)
    for (const { candidate, original } of found!.ranges) expect(candidate).toEqual(original)
  })

  it('is found when only its second half is left', () => {
    const match = compare(lines.slice(9).join('\n'))
    expect(match).toMatchObject({ strength: 'strong', originals: [{ path: 'src/slack.ts' }] })
    for (const { candidate, original } of match.originals[0]!.ranges)
      expect(original).toEqual([candidate[0] + 9, candidate[1] + 9])
  })

  it('is found when every name in it is another one', () => {
    const renamed = renameEverything(slack, seeded(7), 'a.ts')
    expect(renamed).not.toContain('mooring.length')
    expect(compare(renamed)).toMatchObject({
      class: 'modified',
      strength: 'strong',
      originals: [{ path: 'src/slack.ts' }],
    })
  })

  it('is found by its shape alone where nothing else is left', () => {
    const renamed = renameEverything(rounding, seeded(7), 'a.ts')
    expect(renamed).not.toMatch(/settle|least|most|step/)
    expect(compare(renamed, 'copy.js')).toMatchObject({
      class: 'modified',
      strength: 'strong',
      originals: [{ path: 'src/rounding.js' }],
    })
  })

  it('is found by its shape alone though it tells little', () => {
    const short = rounding
      .split('\n')
      .filter((line) => !/while|steps/.test(line))
      .join('\n')
    const work = buildWorkIndex({
      originals: [...originals.slice(0, 4), { path: 'src/short.js', bytes: Buffer.from(short) }],
      baseline: [],
    })
    const [found] = compare(renameEverything(short, seeded(7), 'a.ts'), 'copy.js', work).originals
    expect(found).toMatchObject({ path: 'src/short.js', strength: 'strong' })
    expect(found!.bits).toBeLessThan(20)
  })

  it('is found when no more than its first lines are left, and they stand alone', () => {
    const head = rounding.split('\n').slice(0, 5).join('\n')
    const match = compare(head, 'copy.js')
    expect(match).toMatchObject({
      class: 'partial',
      strength: 'strong',
      originals: [{ path: 'src/rounding.js' }],
    })
    expect(match.originals[0]!.bits).toBeLessThan(20)
    expect(compare(`${head}\n${harbourTides.slice(400)}`, 'copy.js').originals).not.toContainEqual(
      expect.objectContaining({ path: 'src/rounding.js', strength: 'strong' }),
    )
  })

  it('is found when every fourth line was written anew, and some were added', () => {
    const edited = lines.map((line, at) =>
      at % 4 === 3 ? `const kept${at} = watch.read(${at}, 'deck')` : line,
    )
    const [found] = compare(
      [...edited, 'watch.keep(kept3, kept7, kept11)', 'if (!watch) return [kept15]'].join('\n'),
    ).originals
    expect(found).toMatchObject({ path: 'src/slack.ts', strength: 'strong' })
    expect(found!.ofCandidate).toBeLessThan(0.6)
  })

  it('is found however far the lines of its texts are indented', () => {
    const page = `import { render } from './render.js'

export const board = (ferry) => render(\`
  <article class="ferry">
    <h1>\${ferry.name}</h1>
    <time>\${ferry.leaves}</time>
  </article>
\`)
`
    const work = buildWorkIndex({
      originals: [...originals, { path: 'src/board.js', bytes: Buffer.from(page) }],
      baseline: [],
    })
    expect(compare(page.replaceAll('  ', '\t\t'), 'copy.js', work)).toMatchObject({
      class: 'normalized',
      strength: 'strong',
      originals: [{ path: 'src/board.js' }],
    })
  })

  it('does not become another file by what a compiler puts before it', async () => {
    const small = `import { Mooring } from './mooring.js'

export class Pontoon extends Mooring {
  /** Planks that the frost of that winter lifted are counted twice, as the carpenter asked. */
  planks(lifted) {
    return { ...this.deck, lifted, all: this.deck.count + lifted.length }
  }
}
`
    const files = [{ path: 'src/pontoon.js', bytes: Buffer.from(small) }]
    const [variants] = await originalVariants(files)
    const work = buildWorkIndex({
      originals: [...originals, ...files.map((file) => ({ ...file, variants: variants! }))],
      baseline: [],
    })
    const compiled = await disguises['JavaScript, ES5']!(small, seeded(7))
    expect(compiled).toContain('__extends')
    expect(compiled).toContain('__assign')
    expect(compare(compiled, 'copy.js', work)).toMatchObject({
      strength: 'strong',
      originals: [{ path: 'src/pontoon.js' }],
    })
  })

  it('is told from what is like it in the same work', () => {
    const sibling = slack
      .replaceAll('slackOf', 'strainOf')
      .replace(/The old harbour master.*/, 'Nobody ever measured that, and so')
    const work = buildWorkIndex({
      originals: [...originals, { path: 'src/strain.ts', bytes: Buffer.from(sibling) }],
      baseline: [],
    })
    expect(
      compare(renameEverything(slack, seeded(7), 'a.ts'), 'copy.ts', work).originals.map(({ path }) => path),
    ).toEqual(['src/slack.ts'])
  })

  it('is strong for the reason that the page then gives', () => {
    const [found] = compare(half).originals
    const told = explainStrength({ ...found!, company: 0 })
    const holding = told.filter(({ holds }) => holds).map(({ wanted }) => wanted)
    expect(holding).toContainEqual(expect.stringContaining('A piece of the original'))
    expect(holding).not.toContainEqual(expect.stringContaining('unbroken passage'))
  })

  it('is found, and nothing else, without a word of it in the index', () => {
    const digests = buildWorkIndex({ originals, baseline: [], keeps: 'digests' })
    expect(compare(half, 'copy.ts', digests)).toEqual(compare(half))
    expect(Buffer.from(serializeWorkIndex(digests)).toString('latin1')).not.toContain('knotted rope')
  })
})

describe('a small file within something else', () => {
  const within = [
    'a patch that adds it',
    'an answer to a mail',
    'a listing with line numbers',
    'comments of another language',
    'a page, escaped',
    'a notebook',
    'a source map',
    'JSON inside JSON, as browsers export what they loaded',
    'a bundle of evals',
    'base 64',
    'hexadecimal digits',
  ]

  it.each(within)('is found though most of it is comments: %s', (name) => {
    const { path, wrap } = wrappings[name]!
    const wrapped = Buffer.from(wrap(slack))
    const match = compareFile(index, { path, bytes: wrapped })
    expect(match).toMatchObject({ strength: 'strong', originals: [{ path: 'src/slack.ts' }] })
    const last = wrapped.toString('latin1').split('\n').length
    for (const { candidate, original } of match.originals[0]!.ranges) {
      expect(candidate[0]).toBeGreaterThanOrEqual(1)
      expect(candidate[1]).toBeLessThanOrEqual(last)
      expect(original[1]).toBeLessThanOrEqual(lines.length)
    }
    const other = compareFile(index, { path, bytes: Buffer.from(wrap(unrelatedTides)) })
    expect(other.strength).not.toBe('strong')
  })
})

describe('what two strangers may share in a small file', () => {
  const strangers: Record<string, string> = {
    'sentences of the documentation, quoted': `${lines.slice(7, 15).join('\n')}
export const help = (topic) => {
  switch (topic) {
    case 'rope': return open('rope.html')
    case 'boat': return open('boat.html')
    default: throw new TypeError('nobody wrote about ' + topic)
  }
}
export const topics = () => ['rope', 'boat'].sort().join(', ')
export const isTopic = (name) => topics().includes(name) && name.length > 2 && !name.startsWith('-')
`,
    'the licence that stands before it': `${lines.slice(0, 4).join('\n')}\nexport const version = '1.0.0'\n`,
    'the imports': `import { clamp } from '../numbers/clamp.js'
import type { Mooring } from './mooring.js'

export const both = (one: Mooring, other: Mooring) => clamp(one.width + other.width, 0, 90)
`,
    'the shape of a line or two': `export function add(list, item) {
  if (item === undefined) return list
  return list.concat(item)
}
`,
    'its subject': unrelatedTides,
    "a table of names that are nobody's": `${months}module.exports.first = 1\n`,
    'such a table within what many write around it': `exports.default = void 0\nvar _default = ${months.slice(months.indexOf('{'))}exports.default = _default\n`,
  }

  for (const [what, text] of Object.entries(strangers))
    it(`makes none of them a copy: ${what}`, () => {
      expect(compare(text).strength).not.toBe('strong')
    })

  it('is not the shape of a few lines, though it is the same from end to end', () => {
    const small = `export function add(list, item) {\n  if (item === undefined) return list\n  return list.concat(item)\n}\n`
    const work = buildWorkIndex({
      originals: [{ path: 'src/add.js', bytes: Buffer.from(small) }],
      baseline: [],
    })
    expect(compare(renameEverything(small, seeded(7), 'a.ts'), 'copy.js', work).strength).toBe('none')
  })

  it('is not what the baseline says, word for word', () => {
    const vendored = { path: 'vendor/slack.ts', bytes: Buffer.from(slack.replaceAll('slackOf', 'slackIn')) }
    const work = buildWorkIndex({ originals, baseline: [vendored] })
    expect(compare(half, 'copy.ts', work).strength).toBe('none')
  })
})
