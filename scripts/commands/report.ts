import { createHash } from 'node:crypto'
import { Option, type Command } from 'commander'
import type { App } from '../../server/compose.ts'
import type { Progress } from '../../server/tasks/progress.ts'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { writeOut } from '../write-out.ts'

const formats = ['html', 'csv', 'json', 'pdf', 'bundle'] as const
type Format = (typeof formats)[number]

interface Options {
  format: Format
  out: string
  withTexts?: boolean
}

export function reportCommand(): Command {
  return command(
    'report <work>',
    'Writes what is known of a work: a page, a table, a document, or a bundle of all evidence with a manifest of SHA-256.',
    'clawback report orbit-cli --format html --out report.html\nclawback report orbit-cli --format bundle --out evidence.zip',
  )
    .addOption(
      new Option('--format <format>', 'html, pdf, csv (the repositories), json, or bundle (a zip archive)')
        .choices(formats)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'where to write it')
    .option('--with-texts', 'bundle: also original and found text side by side, which is confidential')
    .action((work: string, options: Options & { json?: boolean }) =>
      runCommand(options, async ({ app, progress }) => {
        const bytes = await write(app, work, options, progress)
        await writeOut(options.out, bytes)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const { format, out } = options
        return {
          document: { work, format, out, bytes: bytes.length, sha256 },
          text: `Wrote ${out} (SHA-256 ${sha256}).`,
        }
      }),
    )
}

async function write(app: App, work: string, options: Options, progress: Progress): Promise<Buffer> {
  const { reportWork } = await import('../../server/tasks/report/report-work.ts')
  const report = await reportWork(app, work)
  switch (options.format) {
    case 'html': {
      const { renderReport } = await import('../../server/render/reports/render-report.ts')
      const { reportSections } = await import('../../server/tasks/report/report-sections.ts')
      return Buffer.from(renderReport(reportSections(report)))
    }
    case 'pdf': {
      const { writeReportPdf } = await import('../../server/tasks/report/write-report-pdf.ts')
      return (await writeReportPdf(report)).bytes
    }
    case 'csv': {
      const { writeMatchesCsv } = await import('../../server/tasks/write-matches-csv.ts')
      return Buffer.from(writeMatchesCsv(report.matches))
    }
    case 'json':
      return Buffer.from(`${JSON.stringify(report, null, 2)}\n`)
    case 'bundle': {
      const { writeReportBundle } = await import('../../server/tasks/report/write-report-bundle.ts')
      return await writeReportBundle(app, report, { withTexts: options.withTexts === true }, progress)
    }
  }
}
