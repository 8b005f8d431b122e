import { formatShare, formatTime } from '../../render/pages/format.ts'
import type { ReportCell, ReportParameters, ReportSection } from '../../render/reports/render-report.ts'
import type { WorkReport } from './report-work.ts'

/** What the report tells, in the order in which it is read: as a page and on paper alike. */
export function reportSections(report: WorkReport): ReportParameters {
  const { work, at } = report
  return {
    title: `${work.title}: copies on GitHub and what became of them`,
    subtitle: `Work ${work.slug} of ${work.owner}, version ${work.version}. As known on ${formatTime(new Date(at))}. ${describeScan(report)}`,
    sections: [figures(report), matches(report), overreach(report), notices(report), deadlines(report)],
  }
}

/** What was not looked at belongs on the first screen: it is not the same as nothing being there. */
function describeScan({ scan }: WorkReport): string {
  if (scan === null) return 'GitHub was never searched for it.'
  const { status, reasons } = scan.scan
  return status === 'complete' && reasons.length === 0
    ? `The latest scan began ${formatTime(new Date(scan.startedAt))} and is complete.`
    : `The latest scan began ${formatTime(new Date(scan.startedAt))} and is ${status}; it could not tell: ${reasons.join('; ') || 'what it has not asked yet'}.`
}

function figures(report: WorkReport): ReportSection {
  return {
    heading: 'Figures',
    columns: ['Figure', 'Value', 'Definition'],
    rows: report.figures.map((f) => [plain(f.name), plain(f.value ?? 'not known yet'), plain(f.definition)]),
    none: 'None.',
  }
}

function matches(report: WorkReport): ReportSection {
  return {
    heading: 'Repositories',
    columns: [
      'Repository',
      'Strength',
      'Class',
      'Of the work',
      'Scope',
      'Decision',
      'Availability',
      'Notices',
      'Why',
    ],
    rows: report.matches.map((m) => [
      repository(m.repository),
      plain(m.strength),
      plain(m.class),
      plain(formatShare(m.ofWork)),
      plain(m.entireRepository ? 'entire repository' : 'specific files'),
      plain(m.official ? 'official' : (m.decision ?? 'not decided')),
      plain(m.availability),
      plain(m.notices.join(', ')),
      plain(m.reason),
    ]),
    none: 'No repository matches.',
  }
}

function overreach(report: WorkReport): ReportSection {
  return {
    heading: 'Overreach: disabled under a notice that does not name it',
    columns: ['Repository', 'Notice', 'Published', 'Official'],
    rows: report.overreach.map((o) => [
      repository(o.repository),
      plain(o.notice),
      { text: o.noticeUrl, href: onGitHub(o.noticeUrl) },
      plain(o.official ? 'official' : ''),
    ]),
    none: 'None was seen.',
  }
}

function notices(report: WorkReport): ReportSection {
  return {
    heading: 'Notices',
    columns: ['Notice', 'Kind', 'Status', 'Names', 'Signed', 'Sent', 'SHA-256 of what was signed'],
    rows: report.notices.map((n) => [
      plain(n.id),
      plain(n.kind),
      plain(n.status),
      plain(n.repositories.join(', ')),
      plain(n.signedBy === null ? '' : `${n.signedBy}, ${time(n.signedAt)}`),
      plain(n.sentAt === null ? '' : `${time(n.sentAt)}, by ${n.channel ?? ''} ${n.ticket ?? ''}`),
      plain(n.frozenHash ?? ''),
    ]),
    none: 'None was drafted.',
  }
}

function deadlines(report: WorkReport): ReportSection {
  return {
    heading: 'Deadlines',
    columns: ['Due', 'State', 'What', 'Notice', 'Repository', 'Basis'],
    rows: report.deadlines.map((d) => [
      plain(`${d.approximate ? 'about ' : ''}${d.due}`),
      plain(d.state),
      plain(d.kind),
      plain(d.notice),
      plain(d.repository ?? 'whole notice'),
      plain(d.basis),
    ]),
    none: 'No clock runs.',
  }
}

function plain(text: string): ReportCell {
  return { text, href: null }
}

function repository(name: string): ReportCell {
  return { text: name, href: onGitHub(`https://github.com/${name}`) }
}

function onGitHub(url: string): string | null {
  return /^https:\/\/github\.com\/[!-~]+$/.test(url) ? url : null
}

function time(iso: string | null): string {
  return iso === null ? '' : formatTime(new Date(iso))
}
