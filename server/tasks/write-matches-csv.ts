import type { MatchRow } from './list-matches.ts'

const header = [
  'repository',
  'id',
  'fork',
  'parent',
  'networkRoot',
  'official',
  'class',
  'strength',
  'originalsFound',
  'ofWork',
  'ofRepository',
  'entireRepository',
  'availability',
  'decision',
  'notices',
  'refs',
  'retracted',
] as const

/** RFC 4180, with a formula's first character defused: names on GitHub are a stranger's text in a spreadsheet. */
export function writeMatchesCsv(matches: readonly MatchRow[]): string {
  const rows = matches.map((match) =>
    header.map((column) => {
      if (column === 'notices' || column === 'retracted') return match[column].join(' ')
      if (column === 'refs') return match.refs.map((ref) => `${ref.ref}@${ref.commit}`).join(' ')
      return String(match[column] ?? '')
    }),
  )
  return [header, ...rows].map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n'
}

function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
