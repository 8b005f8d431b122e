import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count, percent } from '../text.ts'
import type { NextReview } from '../../server/tasks/review/show-next.ts'

export function reviewNext(): Command {
  return command(
    'next <work>',
    'Shows the repository to look at next: its evidence, the license found, and earlier decisions about the same owner or the same files.',
    'clawback review next orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { showNextReview } = await import('../../server/tasks/review/show-next.ts')
      const result = await showNextReview(app, work)
      return { document: result, text: describe(result) }
    }),
  )
}

/** Lines of evidence that fit a screen; `clawback match` shows all. */
const SHOWN = 15

function describe({ work, waiting, next }: NextReview): string {
  if (next === null) return 'Nothing waits for a reviewer.'
  const { match, earlier, reach } = next
  const files = match.files.slice(0, SHOWN)
  const more = match.files.length - files.length
  return [
    `${next.repository}: ${next.strength}, ${next.class}; ${percent(next.ofWork)} of the work, ${percent(next.ofRepository)} of the repository${next.entireRepository ? ' (the entire repository)' : ''}.`,
    match.reason,
    `Reach: ${count(reach.stars, 'star')}, ${count(reach.forks, 'fork')}, ${reach.distance === 0 ? 'no fork' : `${count(reach.distance, 'step')} from the root`}. License found: ${next.license ?? 'none'}.`,
    ...(next.because === 'evidence-changed'
      ? ['It was decided before; what it holds has changed since.']
      : []),
    columns(files.map((f) => [`  ${f.strength}`, f.class, f.path, `← ${f.original}`])),
    ...(more > 0 ? [`  and ${count(more, 'more file')}: clawback match ${work} ${next.repository}`] : []),
    ...match.files.slice(0, 1).map((f) => `Look: ${f.permalink}`),
    ...earlier.owner.map((e) => `Same owner: ${e.repository} was ${e.decision} (${e.reviewer}: ${e.reason})`),
    ...earlier.blobs.map(
      (e) => `Same files (${e.blobs}): ${e.repository} was ${e.decision} (${e.reviewer}: ${e.reason})`,
    ),
    ...(next.identical.length > 0
      ? [`Identical in trees and evidence: ${next.identical.join(', ')} (decide them with --same-as)`]
      : []),
    `${count(waiting, 'content waits', 'contents wait')} for a decision.`,
    `Next: clawback review ${work} ${next.repository} --decision … --reviewer … --reason …`,
  ].join('\n')
}
