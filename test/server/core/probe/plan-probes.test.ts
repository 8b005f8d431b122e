import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidentialBy } from '../../../../server/core/probe/confidential.ts'
import { planProbes } from '../../../../server/core/probe/plan-probes.ts'
import { longestQuery, mostWords } from '../../../../server/core/probe/query-words.ts'

const original = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })

/** What the documentation of the legacy engine allows, written down a second time and independently. */
function expectLegal(query: string): void {
  expect(query.length).toBeLessThanOrEqual(longestQuery)
  expect(longestQuery).toBe(256)
  const phrase = /^"([^"]*)"$/.exec(query)?.[1]
  const words = (phrase ?? query).split(' ')
  expect(words.length).toBeLessThanOrEqual(mostWords)
  for (const word of words) expect(word).toMatch(/^[A-Za-z_]\w+$/)
  if (phrase === undefined) for (const word of words) expect(word).not.toMatch(/^(?:and|or|not)$/i)
}

/** Whether a file would be a result: case and the ignored characters play no part. */
function finds(query: string, text: string): boolean {
  const words = text.toLowerCase().split(/[^a-z0-9_-]+/)
  const phrase = /^"([^"]*)"$/.exec(query)?.[1]
  if (phrase !== undefined) return ` ${words.join(' ')} `.includes(` ${phrase.toLowerCase()} `)
  return query
    .toLowerCase()
    .split(' ')
    .every((word) => words.includes(word))
}

const syllables = fc.array(fc.constantFrom('ba', 'ko', 'li', 'mu', 'ze', 'tra', 'vin', 'dol'), {
  minLength: 3,
  maxLength: 4,
})
const rareWord = syllables.map((list) => list.join(''))
const rareName = fc
  .array(rareWord, { minLength: 1, maxLength: 4 })
  .map((words) => words.map((word, n) => (n === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join(''))
const statement = fc.oneof(
  rareName.map((name) => `export function ${name}(value: number): number {\n  return value + 1\n}`),
  fc.array(rareWord, { minLength: 1, maxLength: 9 }).map((words) => `throw new Error('${words.join(' ')}')`),
  fc.tuple(rareName, rareName).map(([a, b]) => `const ${a} = ${b}.items.filter((item) => item.ready)`),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'if (value === null) return',
    'NOT OR AND "and" or -not',
    'password = "hunter2 hunter2"',
    'mail("jane@example.com")',
  ),
)
const text = fc.array(statement, { maxLength: 12 }).map((lines) => lines.join('\n'))
const work = fc
  .array(text, { maxLength: 12 })
  .map((texts) => texts.map((body, n) => original(`src/${n}.ts`, body)))

describe('whatever the originals hold', () => {
  it('each query is legal, holds nothing confidential, and finds the original that it names', () => {
    fc.assert(
      fc.property(work, (originals) => {
        for (const { query, original: path, why } of planProbes(originals, { limit: 50 }).probes) {
          expectLegal(query)
          expect(confidentialBy(query)).toBeNull()
          expect(finds(query, originals.find((one) => one.path === path)!.bytes.toString())).toBe(true)
          expect(why).not.toBe('')
        }
      }),
    )
  })

  it('every original is searchable or listed with a reason, and the limit holds', () => {
    fc.assert(
      fc.property(work, fc.nat(20), (originals, limit) => {
        const plan = planProbes(originals, { limit })
        expect(plan.probes.length).toBeLessThanOrEqual(limit)
        expect(new Set(plan.probes.map((probe) => probe.query.toLowerCase())).size).toBe(plan.probes.length)
        expect(plan.coverage.originals).toBe(originals.length)
        expect(plan.coverage.searchable + plan.notSearchable.length).toBe(originals.length)
        expect(plan.coverage.covered).toBeLessThanOrEqual(plan.coverage.searchable)
        for (const { reason } of plan.notSearchable) expect(reason).not.toBe('')
      }),
    )
  })

  it('with no limit to speak of, everything searchable is covered', () => {
    fc.assert(
      fc.property(work, (originals) => {
        const { coverage } = planProbes(originals, { limit: 1000 })
        expect(coverage.covered).toBe(coverage.searchable)
      }),
    )
  })

  it('the same originals give the same plan', () => {
    fc.assert(
      fc.property(work, (originals) => {
        expect(planProbes(originals, { limit: 9 })).toEqual(planProbes(originals, { limit: 9 }))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the choice', () => {
  const shared = 'settleTombolaVoucher'
  const originals = [
    ...[0, 1, 2, 3].map((n) => original(`src/user-${n}.ts`, `const own${n} = ${shared}(ledger, ${n})\n`)),
    original(
      'src/settle.ts',
      `export function ${shared}(ledger: Ledger, n: number) {\n  return ledger.row(n)\n}\n`,
    ),
    original('src/other.ts', "throw new Error('the tombola drum is still spinning without vouchers')\n"),
  ]

  it('one question that finds many originals comes first', () => {
    const { probes, coverage } = planProbes(originals, { limit: 2 })
    expect(probes.map((probe) => probe.query)).toEqual([shared, expect.stringContaining('tombola')])
    expect(coverage).toEqual({ originals: 6, searchable: 6, covered: 6 })
  })

  it('a name in very many originals is no question: one copy would fill the results', () => {
    const users = Array.from({ length: 13 }, (_, n) => original(`src/${n}.ts`, `use(${shared}, ${n})\n`))
    const declaring = original('src/settle.ts', `export function ${shared}() {}\n`)
    expect(planProbes([...users.slice(1), declaring], { limit: 5 }).probes).toEqual([])
    expect(planProbes([...users.slice(2), declaring], { limit: 5 }).probes).toHaveLength(1)
  })

  it('words that every program has are no question', () => {
    const common = original(
      'src/get-user.ts',
      'export function getUser(id: string) {\n  const user = users.get(id)\n  if (!user) throw new Error("user not found")\n  return user\n}\n',
    )
    expect(planProbes([common], { limit: 5 }).probes).toEqual([])
    expect(planProbes([common], { limit: 5 }).notSearchable).toHaveLength(1)
  })

  it("a library's long name is no question: the work does not declare it", () => {
    const caller = original('src/a.ts', 'run(experimentalZephyrQuokkaBarometer)\n')
    expect(planProbes([caller], { limit: 5 }).probes).toEqual([])
  })

  it('a line with a secret gives no probe, nor do the names in it elsewhere', () => {
    const leaky = original(
      'src/a.ts',
      "const zephyrQuokkaBarometer = 'x'\nconnect('postgres://orbit:s3cret@db/', zephyrQuokkaBarometer, marmaladeGondolaTrellis)\nfunction marmaladeGondolaTrellis() {}\n",
    )
    const { probes, notSearchable } = planProbes([leaky], { limit: 5 })
    expect(probes).toEqual([])
    expect(notSearchable[0]?.reason).toContain('must not be sent')
  })

  it('comments give no probe', () => {
    const commented = original(
      'src/a.ts',
      '// the marmalade gondola passes the trellis at zephyr o’clock\nlet a = 1\n',
    )
    expect(planProbes([commented], { limit: 5 }).probes).toEqual([])
  })
})

describe('what no search can find', () => {
  it.each([
    [
      'over the size that is indexed',
      Buffer.from('const marmaladeGondolaTrellis = 1\n'.repeat(12_000)),
      '384 KB',
    ],
    ['binary', Buffer.from('marmaladeGondolaTrellis\0'), 'binary'],
    ['empty', Buffer.alloc(0), 'distinctive'],
  ])('%s', (_, bytes, reason) => {
    const plan = planProbes([{ path: 'a.ts', bytes }], { limit: 5 })
    expect(plan).toMatchObject({ probes: [], coverage: { originals: 1, searchable: 0, covered: 0 } })
    expect(plan.notSearchable).toEqual([{ path: 'a.ts', reason: expect.stringContaining(reason) }])
  })
})
