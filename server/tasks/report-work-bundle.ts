import { createHash } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import { selectMatches } from '../../db/queries/matches.ts'
import { writeZip, type ZipFile } from '../render/reports/write-zip.ts'
import { ClawbackError } from '../errors.ts'
import { exportAuditOfWork } from './export-audit-of-work.ts'
import { howToVerify, writeJsonLines } from './export-audit.ts'
import { requireWork } from './find-work.ts'
import type { Progress } from './progress.ts'
import { writeReportHtml } from './report-work-html.ts'
import type { WorkReport } from './report-work.ts'
import { describeEvidence } from './show-match.ts'
import { writeMatchesCsv } from './write-matches-csv.ts'

const readMe = `What lies here

report.html     what is known of the work, to read and print
report.json     the same, to compute with
matches.csv     the repositories, as a table
evidence/       one file for each repository: its files with blob and commit ids, permalinks, line ranges, measures,
                and each decision that a person made about it
events.jsonl    the events of the log that are about this work, in order, with the hashes of the whole log's chain
log.json        what the check of the whole log said when this was made, and its last hash
manifest.json   SHA-256 of each file above, so that a changed one shows:  sha256sum FILE

No text of the work is in here. Events of other works are left out, so that the chain of events.jsonl has gaps; the
whole log ("clawback audit export") has none.
${howToVerify}
`

/**
 * The evidence of a work as one zip archive with a manifest of SHA-256. The same state and time give the same bytes.
 * @throws ClawbackError WORK_UNKNOWN, REPORT_TOO_LARGE
 */
export async function writeReportBundle(
  { db }: { db: Database },
  report: WorkReport,
  progress: Progress,
): Promise<Buffer> {
  const work = await requireWork(db, report.work.slug)
  const files: ZipFile[] = [
    file('README.txt', readMe),
    file('report.html', writeReportHtml(report)),
    file('report.json', json(report)),
    file('matches.csv', writeMatchesCsv(report.matches)),
  ]
  const matches = await selectMatches(db, work.id, { strength: ['strong', 'weak'] })
  for (const [done, found] of matches.entries()) {
    const { id, owner, name } = found.repository
    // Names are reused, ids are not.
    files.push(file(`evidence/${id}-${owner}-${name}.json`, json(await describeEvidence(db, found))))
    progress({ step: 'collecting evidence', done: done + 1, total: matches.length })
  }
  const { events, verification } = await exportAuditOfWork({ db }, work)
  files.push(file('events.jsonl', writeJsonLines(events)), file('log.json', json(verification)))
  const manifest = {
    format: 'clawback-evidence-1',
    work: work.slug,
    createdAt: report.at,
    files: files.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  }
  try {
    return writeZip([...files, file('manifest.json', json(manifest))], new Date(report.at))
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

function file(path: string, text: string): ZipFile {
  return { path, bytes: Buffer.from(text) }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
