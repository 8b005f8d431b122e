import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count, percent } from '../text.ts'
import type { Comparison } from '../../server/tasks/compare-paths.ts'

export function compareCommand(): Command {
  return command(
    'compare <work> <path...>',
    'Compares files, folders or archives with a work, offline.',
    'clawback compare orbit-cli ./suspect-repository ./suspect.tgz',
  ).action((work: string, paths: string[], options: { json?: boolean }) =>
    runCommand(options, async ({ app, progress }) => {
      const { comparePaths } = await import('../../server/tasks/compare-paths.ts')
      const comparison = await comparePaths(app, { work, paths }, progress)
      return { document: comparison, text: describe(comparison) }
    }),
  )
}

function describe({ inputs, summary }: Comparison): string {
  const alike = inputs.filter((input) => input.strength !== 'none')
  const rows = alike.map((input) => {
    const best = input.originals[0]
    return [input.strength, input.class, percent(best?.ofOriginal ?? 0), input.path, `← ${best?.path ?? ''}`]
  })
  const head = `${count(summary.files, 'file')} compared in ${summary.seconds.toFixed(1)} s: ${summary.strong} strong, ${summary.weak} weak, ${summary.none} none, ${summary.skipped} skipped.`
  return rows.length === 0
    ? head
    : `${columns([['STRENGTH', 'CLASS', 'OF ORIGINAL', 'FILE', 'ORIGINAL'], ...rows])}\n${head}`
}
