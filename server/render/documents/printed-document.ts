/** A document for paper: what a notice or a report says, in the order in which it is read. */
export interface PrintedDocument {
  title: string
  /** Stands boxed below the title: that this is a draft, which every page says too. Null when it is none. */
  mark: string | null
  /** Says on every page what this is a page of. */
  footer: string
  /** The moment that the file bears as its own, so that the same document gives the same bytes. */
  at: Date
  /** Written across the paper, for wide tables. */
  across: boolean
  blocks: PrintedBlock[]
}

export type PrintedBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Numbered, in a fixed pitch, each linked to where it leads. */
  | { kind: 'addresses'; addresses: string[] }
  | PrintedTable

export interface PrintedTable {
  kind: 'table'
  /** `part`: of the width, among the other columns' parts. */
  columns: { heading: string; part: number }[]
  rows: PrintedCell[][]
}

export interface PrintedCell {
  text: string
  href: string | null
}
