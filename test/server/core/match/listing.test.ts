import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { isListing } from '../../../../server/core/match/table.ts'
import { harbourTides, unrelatedTides } from './sample-work.ts'

/** What a harbour's public API calls its events: whoever writes a client of it writes these. */
const events =
  'berth_request berth_request_changed pilot_assignment pilot_assignment_ended dredging_plan_update customs_clearance_granted ballast_water_report mooring_line_count anchorage_position crew_list_received lock_passage_slot bilge_alarm_raised stevedore_gang_called bunkering_permit_issued fairway_closure_begun'.split(
    ' ',
  )
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const ours = `${harbourTides}
export class HarbourContext {
  constructor(readonly update, readonly port) {}

  async reply(text) {
    const berth = this.port.berthOf(this.berthRequest ?? this.pilotAssignment)
    if (!berth.isMoored) throw new Error('nobody is moored at ' + berth.quayNumber)
    return await this.port.signalMast(berth, { text, flags: berth.flagsOf(this.update) })
  }
}
${events.map((name) => `Object.defineProperty(HarbourContext.prototype, '${camel(name)}', { get: function () { return this.update.${name} } })`).join('\n')}
`
/** Another author's client of the same API; it knows some more of it, in other places. */
const theirs = `class Context {
  constructor(update, api, me) {
    this.update = update;
    this.api = api;
    this.me = me;
  }
}
${events
  .flatMap((name, i) => (i % 3 === 0 ? [`${name}_${i}`, name] : [name]))
  .map(
    (name) =>
      `Object.defineProperty(Context.prototype, "${camel(name)}", {\n  get: function () {\n    return this.update.${name};\n  }\n});`,
  )
  .join('\n')}
exports.Context = Context;
${unrelatedTides}
`

describe('a list of the names of an API', () => {
  const index = buildWorkIndex({
    originals: [{ path: 'src/context.ts', bytes: Buffer.from(ours) }],
    baseline: [],
  })
  const strengthOf = (text: string) => compareFile(index, { path: 'a.js', bytes: Buffer.from(text) }).strength

  it('makes no copy of another client of it', () => {
    expect(strengthOf(theirs)).not.toBe('strong')
  })

  it('leaves a copy a copy', () => {
    expect(strengthOf(ours.replace('HarbourContext', 'Copied'))).toBe('strong')
    expect(strengthOf(`${theirs}\n${harbourTides}`)).toBe('strong')
  })
})

describe('a listing', () => {
  const symbols = (text: string) =>
    Int32Array.from(text.split(' '), (word) =>
      Buffer.from(word).reduce((sum, byte) => (sum * 31 + byte) & 0xffffff, 7),
    )

  it('says the same of one name after the other', () => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map(
      (name) => `define prototype ${name} get return this update ${name}_`,
    )
    expect(isListing(symbols(entries.join(' ')), 8, 24)).toBe(true)
    expect(isListing(symbols(entries.slice(0, 3).join(' ')), 0, 24)).toBe(false)
  })

  it('is no code that goes on', () => {
    expect(
      isListing(
        symbols(
          'const berth = port berthOf request if ! berth isMoored throw new Error text return await port signalMast berth text flags berth flagsOf update const swell = gauge read if swell > limit notify master close gate',
        ),
        0,
        38,
      ),
    ).toBe(false)
  })
})

/** `pipe` for one step, for two, for three: every library that has it writes each as a parameter more. */
function overloads(name: string, result: string, steps: number): string {
  const letters = 'ABCDEFGHI'
  return Array.from({ length: steps }, (_, last) => {
    const types = letters.slice(0, last + 1).split('')
    const parameters = types.map(
      (to, at) => `op${at + 1}: BargeOperator<${at === 0 ? 'T' : types[at - 1]!}, ${to}>`,
    )
    return `  ${name}<${types.join(', ')}>(${parameters.join(', ')}): ${result}<${types.at(-1)!}>`
  }).join('\n')
}

describe('overloads that grow by a parameter each', () => {
  const work = `${harbourTides}\nexport interface Convoy<T> {\n${overloads('tow', 'Convoy', 9)}\n}\n`
  const index = buildWorkIndex({
    originals: [{ path: 'src/convoy.ts', bytes: Buffer.from(work) }],
    baseline: [],
  })
  const strengthOf = (text: string) => compareFile(index, { path: 'a.ts', bytes: Buffer.from(text) }).strength

  it('make no copy of another library that has them', () => {
    const other = `${unrelatedTides}\nexport abstract class Lane<T> {\n${overloads('tow', 'Lane', 9)}\n}\n`
    expect(strengthOf(other)).not.toBe('strong')
  })

  it('leave a copy a copy', () => {
    expect(strengthOf(work.replaceAll('Convoy', 'Column'))).toBe('strong')
  })
})
