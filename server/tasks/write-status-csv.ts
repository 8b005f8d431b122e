import type { Status } from './show-status.ts'

/** One figure a row, with its definition, and what its words say as numbers. RFC 4180. */
export function writeFiguresCsv({ works }: Status): string {
  const rows = works.flatMap(({ slug, figures }) =>
    figures.map(({ key, name, value, definition, numbers }) => [
      slug,
      key,
      name,
      value ?? '',
      definition,
      Object.entries(numbers ?? {})
        .map(([part, number]) => `${part}=${number}`)
        .join(';'),
    ]),
  )
  return writeCsv([['work', 'key', 'name', 'value', 'definition', 'numbers'], ...rows])
}

/** One day a row: what was found by then, and what of it was alive and disabled at its end (UTC). */
export function writeDaysCsv({ works }: Status): string {
  const rows = works.flatMap(({ slug, overTime }) =>
    overTime.map(({ day, found, alive, disabled }) => [slug, day, found, alive, disabled].map(String)),
  )
  return writeCsv([['work', 'day', 'found', 'alive', 'disabled'], ...rows])
}

function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n'
}

/** A formula's first character is defused: a title may be anything. */
function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
