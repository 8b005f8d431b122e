import type { ReportParameters, ReportSection } from '../reports/render-report.ts'
import type { PrintedBlock, PrintedDocument } from './printed-document.ts'

/** A report on paper: across, since its tables are wide. */
export function printReport(
  { title, subtitle, sections }: ReportParameters,
  { footer, at }: { footer: string; at: Date },
): PrintedDocument {
  return {
    title,
    mark: null,
    footer,
    at,
    across: true,
    blocks: [{ kind: 'paragraph', text: subtitle }, ...sections.flatMap(blocksOf)],
  }
}

function blocksOf({ heading, columns, rows, none }: ReportSection): PrintedBlock[] {
  const table: PrintedBlock = {
    kind: 'table',
    columns: columns.map((name, at) => ({
      heading: name,
      part: partOf(
        name,
        rows.map((row) => row[at]!.text),
      ),
    })),
    rows,
  }
  return [{ kind: 'heading', text: heading }, rows.length === 0 ? { kind: 'paragraph', text: none } : table]
}

/** As wide as its usual text is long, within limits that leave every column readable. */
function partOf(heading: string, texts: readonly string[]): number {
  const lengths = texts.map((text) => text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  return Math.min(48, Math.max(heading.length + 2, usual, 9))
}
