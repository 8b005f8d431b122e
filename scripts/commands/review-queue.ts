import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count, percent } from '../text.ts'
import type { QueueEntry, ReviewQueue } from '../../server/tasks/review/list-review-queue.ts'

export function reviewQueue(): Command {
  return command(
    'queue <work>',
    'Lists what waits for a decision, widest reach first: stars and forks, then nearness to the root, then freshness.',
    'clawback review queue orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { listReviewQueue } = await import('../../server/tasks/review/list-review-queue.ts')
      const queue = await listReviewQueue(app, work)
      return { document: queue, text: describe(queue) }
    }),
  )
}

function describe({ queue, counsel, newEvidence, secondLooks }: ReviewQueue): string {
  const lines = [
    ...(queue.length === 0 ? ['Nothing waits for a reviewer.'] : [table(queue)]),
    ...(counsel.length === 0 ? [] : ['', 'For counsel (ports, and what was referred):', table(counsel)]),
    ...(newEvidence.length === 0 ? [] : ['', 'Decided, with new evidence since (the decision stands):']),
    ...newEvidence.map((one) => `  ${one.repository}  ${one.decision} (${one.reviewer}: ${one.reason})`),
    ...(secondLooks.length === 0 ? [] : ['', 'Drawn for a second look:']),
    ...secondLooks.map((one) => `  ${one.repository}  (not by ${one.firstReviewer})`),
  ]
  return lines.join('\n')
}

function table(entries: readonly QueueEntry[]): string {
  return columns([
    ['REPOSITORY', 'STRENGTH', 'CLASS', 'OF WORK', 'OF REPO', 'STARS', 'FORKS', 'FROM ROOT', 'ALIKE'],
    ...entries.map((one) => [
      one.repository,
      one.strength,
      one.class,
      percent(one.ofWork),
      percent(one.ofRepository),
      String(one.reach.stars),
      String(one.reach.forks),
      String(one.reach.distance),
      one.identical.length === 0 ? '' : `+ ${count(one.identical.length, 'identical one')}`,
    ]),
  ])
}
