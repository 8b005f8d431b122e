import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { ClawbackError } from '../../errors.ts'
import { renderReport } from '../../render/reports/render-report.ts'
import { writeZip, type ZipFile } from '../../render/reports/write-zip.ts'
import { exportAuditOfWork } from '../export-audit-of-work.ts'
import { howToVerify, writeJsonLines } from '../export-audit.ts'
import { requireWork } from '../find-work.ts'
import type { Progress } from '../progress.ts'
import { describeEvidence } from '../show-match.ts'
import { writeMatchesCsv } from '../write-matches-csv.ts'
import { bundleCompared } from './bundle-compared.ts'
import { bundleFile, bundleJson, bundleSums, sha256Of } from './bundle-file.ts'
import { bundleIndex } from './bundle-index.ts'
import { bundleNotices } from './bundle-notices.ts'
import { evidencePage } from './evidence-page.ts'
import { reportSections } from './report-sections.ts'
import type { WorkReport } from './report-work.ts'
import { writeReportPdf } from './write-report-pdf.ts'

const readMe = (withTexts: boolean) => `What lies here

index.html      every file with what it is: begin here
report.html     what is known of the work, to read and print; report.pdf on paper, report.json to compute with
matches.csv     the repositories, as a table
evidence/       for each repository its files with blob and commit ids, permalinks, line ranges side by side, measures,
                and each decision that a person made about it; as a page and to compute with
${withTexts ? 'compared/       original and found text side by side, where both are kept: CONFIDENTIAL\n' : ''}notices/        each signed notice: the bytes that its signature covers, and what its recipient reads
events.jsonl    the events of the log that are about this work, in order, with the hashes of the whole log's chain
log.json        what the check of the whole log said when this was made, and its last hash
manifest.json   SHA-256 of each file above
SHA256SUMS      the same and the manifest's own, for:  sha256sum -c SHA256SUMS

The SHA-256 of notices/ID.signed.json is the one that the event notice.signed of ID holds. A notice holds the contact
details that were given to its recipient. ${withTexts ? 'compared/ holds text of the work.' : 'No text of the work is in here.'} Events of other works are left out, so that the
chain of events.jsonl has gaps; the whole log ("clawback audit export") has none.
${howToVerify}
`

/**
 * The evidence of a work as one zip archive, each file under its SHA-256. The same state and time give the same
 * bytes. Text of the work is in it only when that is asked for.
 * @throws ClawbackError WORK_UNKNOWN, REPORT_TOO_LARGE, CONTENT_MISSING, CONTENT_DAMAGED
 */
export async function writeReportBundle(
  app: { db: Database; content: ContentStore },
  report: WorkReport,
  { withTexts }: { withTexts: boolean },
  progress: Progress,
): Promise<Buffer> {
  const work = await requireWork(app.db, report.work.slug)
  const files: ZipFile[] = [
    bundleFile('README.txt', readMe(withTexts)),
    bundleFile('report.html', renderReport(reportSections(report))),
    bundleFile('report.pdf', (await writeReportPdf(report)).bytes),
    bundleJson('report.json', report),
    bundleFile('matches.csv', writeMatchesCsv(report.matches)),
    ...(await bundleNotices(app, work.id)),
  ]
  const matches = await selectMatches(app.db, work.id, { strength: ['strong', 'weak'] })
  for (const [done, found] of matches.entries()) {
    const { id, owner, name } = found.repository
    const evidence = await describeEvidence(app.db, found)
    // Names are reused, ids are not.
    const place = `${id}-${owner}-${name}`
    const page = evidencePage(evidence, { title: work.title, at: report.at })
    files.push(bundleJson(`evidence/${place}.json`, evidence))
    files.push(bundleFile(`evidence/${place}.html`, renderReport(page)))
    if (withTexts) files.push(...(await bundleCompared(app, work.slug, evidence, place)))
    progress({ step: 'collecting evidence', done: done + 1, total: matches.length })
  }
  const { events, verification } = await exportAuditOfWork(app, work)
  files.push(bundleFile('events.jsonl', writeJsonLines(events)), bundleJson('log.json', verification))
  files.push(bundleFile('index.html', renderReport(bundleIndex(report, files))))
  const manifest = bundleJson('manifest.json', {
    format: 'clawback-evidence-1',
    work: work.slug,
    createdAt: report.at,
    files: files.map((file) => ({ path: file.path, bytes: file.bytes.length, sha256: sha256Of(file) })),
  })
  try {
    return writeZip([...files, manifest, bundleSums([...files, manifest])], new Date(report.at))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ClawbackError(
      'REPORT_TOO_LARGE',
      `The evidence of ${work.slug} is ${error.message}`,
      'Use --format json, and "clawback match" for single repositories.',
      { cause: error },
    )
  }
}
