import type { MatchedRange } from '../../core/match/types.ts'
import { formatShare, formatTime } from '../../render/pages/format.ts'
import type { ReportCell, ReportParameters } from '../../render/reports/render-report.ts'
import type { MatchDetail } from '../show-match.ts'

/**
 * One repository's evidence, side by side by its lines: which lines of which file at which commit are which lines of
 * which original. No text of either.
 */
export function evidencePage(
  match: MatchDetail,
  { title, at }: { title: string; at: string },
): ReportParameters {
  return {
    title: `${match.repository}: evidence`,
    subtitle: `Compared with ${title}. As known on ${formatTime(new Date(at))}. ${match.reason}`,
    sections: [
      {
        heading: 'Repository',
        columns: ['Measure', 'Value'],
        rows: [
          ['Repository', `${match.repository} (GitHub id ${match.id})`],
          ['Fork of', match.parent ?? 'nothing: no fork'],
          ['Strength, class', `${match.strength}, ${match.class}`],
          ['Originals found', String(match.originalsFound)],
          ['Of the work', formatShare(match.ofWork)],
          ['Of the repository', formatShare(match.ofRepository)],
          ['Decision', match.official ? 'official' : (match.decision ?? 'not decided')],
          ['Notices', match.notices.join(', ') || 'none'],
        ].map((row) => row.map(plain)),
        none: '',
      },
      {
        heading: 'Where it was seen',
        columns: ['Branch or tag', 'Commit', 'Tree'],
        rows: match.refs.map(({ ref, commit, tree }) => [
          plain(ref),
          link(commit, `https://github.com/${match.repository}/commit/${commit}`),
          plain(tree),
        ]),
        none: 'No branch is recorded.',
      },
      {
        heading: 'Files, side by side',
        columns: [
          'Found',
          'Lines found',
          'Original',
          'Lines of the original',
          'Class',
          'Bits',
          'Of original',
          'Blob',
        ],
        rows: match.files.map((file) => [
          link(file.path, file.permalink),
          plain(linesOf(file.ranges, 'candidate')),
          plain(file.original),
          plain(linesOf(file.ranges, 'original')),
          plain(`${file.strength}, ${file.class}`),
          plain(String(Math.round(file.bits))),
          plain(formatShare(file.ofOriginal)),
          plain(file.blob),
        ]),
        none: 'No file is recorded.',
      },
      {
        heading: 'Decisions',
        columns: ['When', 'Decision', 'Reviewer', 'Reason', 'Fair use', 'How'],
        rows: match.reviews.map((review) =>
          [
            formatTime(new Date(review.at)),
            review.decision,
            review.reviewer,
            review.reason,
            review.fairUse ?? '',
            howDecided(review),
          ].map(plain),
        ),
        none: 'Nobody has decided.',
      },
    ],
  }
}

/** A reader must see what was not looked at by itself, and what counts for nothing any more. */
function howDecided({ bulk, identical, takenBack }: MatchDetail['reviews'][number]): string {
  return [
    identical ? 'the same trees and evidence as one that was looked at' : null,
    bulk === null ? null : `in bulk, number ${bulk}`,
    takenBack === null ? null : `taken back by ${takenBack.by}, ${formatTime(new Date(takenBack.at))}`,
  ]
    .filter((part) => part !== null)
    .join('; ')
}

function linesOf(ranges: readonly MatchedRange[], side: keyof MatchedRange): string {
  return ranges.length === 0 ? 'whole file' : ranges.map((range) => range[side].join('–')).join(', ')
}

function plain(text: string): ReportCell {
  return { text, href: null }
}

function link(text: string, url: string): ReportCell {
  return { text, href: /^https:\/\/github\.com\/[!-~]+$/.test(url) ? url : null }
}
