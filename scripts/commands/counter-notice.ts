import { Command, Option } from 'commander'
import { collect, command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'
import { writeOut } from '../write-out.ts'
import type { RecordedCounterNotice } from '../../server/tasks/record-counter-notice.ts'

interface RecordOptions {
  receivedAt: string
  file: string
  repository?: string[]
  json?: boolean
}

export function counterNoticeCommand(): Command {
  return new Command('counter-notice')
    .description('what owners answer')
    .addCommand(recordCommand())
    .addCommand(changesCommand())
    .addCommand(letterCommand())
}

function recordCommand(): Command {
  return command(
    'record <notice>',
    'Records a counter notice that GitHub forwarded, which starts the clock. Its text is kept encrypted.',
    'clawback counter-notice record orbit-cli-1 --received-at 2026-04-10 --file ./counter-notice.txt',
  )
    .requiredOption(
      '--received-at <time>',
      'when it was received: a day, or a time with its zone, as ISO 8601',
    )
    .requiredOption('--file <file>', 'its text')
    .option(
      '--repository <repository>',
      'OWNER/NAME that it disputes (repeatable; default: those its text names)',
      collect,
    )
    .action((id: string, options: RecordOptions) =>
      runCommand(options, async ({ app }) => {
        const { recordCounterNotice } = await import('../../server/tasks/record-counter-notice.ts')
        const { receivedAt, file, repository = [] } = options
        const recorded = await recordCounterNotice(app, { id, receivedAt, file, repositories: repository })
        return { document: recorded, text: describe(recorded) }
      }),
    )
}

function changesCommand(): Command {
  return command(
    'changes <notice>',
    'Records that GitHub told of changes which an owner made: silence for two weeks from then on counts as a retraction.',
    'clawback counter-notice changes orbit-cli-1 --repository leaker/orbit --told-at 2026-04-10',
  )
    .requiredOption('--repository <repository>', 'OWNER/NAME that was changed')
    .requiredOption('--told-at <time>', 'when GitHub told it: a day, or a time with its zone, as ISO 8601')
    .action((id: string, options: { repository: string; toldAt: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { recordOwnerChange } = await import('../../server/tasks/record-owner-change.ts')
        const { repository, toldAt } = options
        const recorded = await recordOwnerChange(app, { id, repository, toldAt })
        const lines = recorded.deadlines.map((d) => [d.due, d.kind, d.repository ?? id, d.basis])
        return {
          document: recorded,
          text: [`Changes to ${recorded.repository} are recorded.`, columns(lines)].join('\n'),
        }
      }),
    )
}

function letterCommand(): Command {
  return command(
    'letter <notice>',
    'Writes the letter to counsel after the latest counter notice: what came, what there is to choose, by when, and what stands behind the claim. Nothing is sent.',
    'clawback counter-notice letter orbit-cli-1 --out letter.pdf',
  )
    .addOption(new Option('--format <format>', 'pdf or text').choices(['pdf', 'text']).default('pdf'))
    .requiredOption('--out <file>', 'the file to write')
    .action((id: string, options: { format: 'pdf' | 'text'; out: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { writeCounselLetter } = await import('../../server/tasks/counsel/write-counsel-letter.ts')
        const { facts, bytes, sha256 } = await writeCounselLetter(app, { id, format: options.format })
        await writeOut(options.out, bytes)
        const by = facts.deadlines.find(({ kind }) => kind === 'court-action')?.due
        return {
          document: { file: options.out, sha256, ...facts },
          text: `The letter is in ${options.out}.${by === undefined ? '' : ` An action has to be filed by ${by}, if any.`}`,
        }
      }),
    )
}

function describe({ notice, repositories, deadlines }: RecordedCounterNotice): string {
  const about = repositories.length === 0 ? 'the whole notice' : repositories.join(', ')
  return [
    `A counter notice to ${notice} is recorded. It disputes ${about}.`,
    columns(deadlines.map((d) => [d.due, d.kind, d.repository ?? notice, d.basis])),
  ].join('\n')
}
