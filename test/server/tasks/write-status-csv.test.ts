import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Status } from '../../../server/tasks/show-status.ts'
import { writeDaysCsv, writeFiguresCsv } from '../../../server/tasks/write-status-csv.ts'

/** As RFC 4180 reads it. */
function parse(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true)
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const cell = quoted?.replaceAll('""', '"') ?? plain ?? ''
    // No program that opens it takes a cell for a formula.
    expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    rows.at(-1)!.push(cell.replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '\r\n', '=', 'é', ' ', ';') })
const status: fc.Arbitrary<Status> = fc.record({
  works: fc.array(
    fc.record({
      slug: fc.stringMatching(/^[a-z-]{1,9}$/),
      title: text,
      figures: fc.array(
        fc.record({
          key: fc.stringMatching(/^[a-z-]{1,9}$/),
          name: text,
          value: fc.option(text),
          numbers: fc.option(fc.constant({ count: 3, late: 0.5 })),
          definition: text,
        }),
      ),
      overTime: fc.array(
        fc.record({
          day: fc.constant('2026-11-21'),
          found: fc.nat(),
          alive: fc.nat(),
          disabled: fc.nat(),
        }),
      ),
    }),
  ),
})

it('figures and days come out of their CSV as they went in, whatever their words', () => {
  fc.assert(
    fc.property(status, (all) => {
      const [head, ...figures] = parse(writeFiguresCsv(all))
      expect(head).toEqual(['work', 'key', 'name', 'value', 'definition', 'numbers'])
      expect(figures).toEqual(
        all.works.flatMap(({ slug, figures: each }) =>
          each.map(({ key, name, value, definition, numbers }) => [
            slug,
            key,
            name,
            value ?? '',
            definition,
            numbers === null ? '' : 'count=3;late=0.5',
          ]),
        ),
      )
      const [, ...days] = parse(writeDaysCsv(all))
      expect(days).toEqual(
        all.works.flatMap(({ slug, overTime }) =>
          overTime.map(({ day, found, alive, disabled }) => [slug, day, found, alive, disabled].map(String)),
        ),
      )
    }),
  )
})
