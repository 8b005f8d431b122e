import { printReport } from '../../render/documents/print-report.ts'
import { writePdf, type WrittenPdf } from '../../render/documents/write-pdf.ts'
import { reportSections } from './report-sections.ts'
import type { WorkReport } from './report-work.ts'

/** The report on paper; the same report gives the same bytes. */
export function writeReportPdf(report: WorkReport): Promise<WrittenPdf> {
  const footer = `Clawback · work ${report.work.slug} · ${report.at}`
  return writePdf(printReport(reportSections(report), { footer, at: new Date(report.at) }))
}
