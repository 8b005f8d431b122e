import { Command } from 'commander'
import { collect, command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'
import type { Schedule } from '../../server/tasks/schedule/set-schedule.ts'

interface SetOptions {
  every: string
  probes?: number
  repository?: string[]
  network?: string[]
  json?: boolean
}

export function scheduleCommand(): Command {
  return new Command('schedule')
    .description(
      'Has works scanned by themselves while "serve" or "worker" runs. Only reads: nothing is ever sent.',
    )
    .summary('Has works scanned by themselves while "serve" or "worker" runs')
    .addCommand(setCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
}

function setCommand(): Command {
  return command(
    'set <work>',
    'Scans a work whenever a cron pattern comes round.',
    'clawback schedule set orbit-cli --every "0 */6 * * *" --network someone/orbit-leak',
  )
    .requiredOption('--every <pattern>', 'minute, hour, day, month and weekday, in UTC')
    .option('--probes <n>', 'as for scan', readCount)
    .option('--repository <repository>', 'as for scan (repeatable)', collect)
    .option('--network <repository>', 'as for scan (repeatable)', collect)
    .action((work: string, options: SetOptions) =>
      runCommand(options, async ({ app }) => {
        const { setSchedule } = await import('../../server/tasks/schedule/set-schedule.ts')
        const schedule = await setSchedule(app, {
          work,
          pattern: options.every,
          probes: options.probes ?? null,
          repositories: options.repository ?? [],
          networks: options.network ?? [],
        })
        return {
          document: schedule,
          text: `${work} is scanned next at ${schedule.next}, while clawback serve or clawback worker runs.`,
        }
      }),
    )
}

function listCommand(): Command {
  return command('list', 'Which works are scanned when.', 'clawback schedule list').action(
    (options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listSchedules } = await import('../../server/tasks/schedule/list-schedules.ts')
        const schedules = await listSchedules(app)
        return {
          document: schedules,
          text: schedules.length === 0 ? 'No work is on a schedule.' : columns(schedules.map(row)),
        }
      }),
  )
}

function row({ work, pattern, next, networks, repositories }: Schedule): string[] {
  return [work, pattern, `next ${next}`, [...networks, ...repositories].join(' ')]
}

function removeCommand(): Command {
  return command(
    'remove <work>',
    'Scans a work only when it is asked for.',
    'clawback schedule remove orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { removeSchedule } = await import('../../server/tasks/schedule/remove-schedule.ts')
      const removed = await removeSchedule(app, work)
      return {
        document: { work, removed },
        text: removed ? `${work} is on no schedule any more.` : `${work} was on no schedule.`,
      }
    }),
  )
}
