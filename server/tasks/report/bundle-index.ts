import { formatTime } from '../../render/pages/format.ts'
import type { ReportCell, ReportParameters } from '../../render/reports/render-report.ts'
import type { ZipFile } from '../../render/reports/write-zip.ts'
import type { WorkReport } from './report-work.ts'
import { sha256Of } from './bundle-file.ts'

const what: readonly (readonly [RegExp, string])[] = [
  [/^README\.txt$/, 'What lies here, and how to verify it'],
  [/^report\.html$/, 'What is known of the work, to read and print'],
  [/^report\.pdf$/, 'The same on paper'],
  [/^report\.json$/, 'The same, to compute with'],
  [/^matches\.csv$/, 'The repositories, as a table'],
  [/^evidence\/.*\.html$/, 'Evidence of one repository, side by side by its lines'],
  [/^evidence\/.*\.json$/, 'The same, to compute with'],
  [/^compared\//, 'Original and found text side by side: confidential'],
  [/^notices\/.*\.signed\.json$/, 'The very bytes that the signature covers'],
  [/^notices\//, 'The notice as its recipient reads it'],
  [/^events\.jsonl$/, 'The events of the log about this work'],
  [/^log\.json$/, 'What the check of the whole log said'],
]

/** The first page of a bundle: every file, what it is, and its SHA-256. It runs no script and loads nothing. */
export function bundleIndex(report: WorkReport, files: readonly ZipFile[]): ReportParameters {
  return {
    title: `${report.work.title}: evidence`,
    subtitle: `Work ${report.work.slug} of ${report.work.owner}. As known on ${formatTime(new Date(report.at))}. To verify all of it where it was unpacked: sha256sum -c SHA256SUMS`,
    sections: [
      {
        heading: 'Files',
        columns: ['File', 'What it is', 'SHA-256'],
        rows: files.map((file): ReportCell[] => [
          { text: file.path, href: file.path.split('/').map(encodeURIComponent).join('/') },
          { text: what.find(([pattern]) => pattern.test(file.path))?.[1] ?? '', href: null },
          { text: sha256Of(file), href: null },
        ]),
        none: '',
      },
    ],
  }
}
