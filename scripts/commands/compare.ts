import type { Command } from 'commander'
import { command } from '../command.ts'
import { endAtInterrupt } from '../end-at-interrupt.ts'
import { JsonText } from '../json-text.ts'
import { PackedText } from '../packed-text.ts'
import { runCommand } from '../run-command.ts'
import { columns, count, percent } from '../text.ts'
import type { ComparedInput, Comparison, ComparisonSummary } from '../../server/tasks/compare-paths.ts'

export function compareCommand(): Command {
  return command(
    'compare <work> <path...>',
    'Compares files, folders or archives with a work, offline.',
    'clawback compare orbit-cli ./suspect-repository ./suspect.tgz',
  ).action((work: string, paths: string[], options: { json?: boolean }) =>
    runCommand(options, async ({ app, progress }) => {
      const { compareEach } = await import('../../server/tasks/compare-paths.ts')
      const inputs = new PackedText()
      const alike: ComparedInput[] = []
      let files = 0
      const { skipped, summary } = await compareEach(
        app,
        { work, paths },
        (input) => {
          if (files++ === 0) endAtInterrupt(() => `Stopped: ${count(files, 'file')} compared, nothing kept.`)
          if (options.json === true) inputs.add(`${files === 1 ? '' : ','}\n    ${JSON.stringify(input)}`)
          else if (input.strength !== 'none') alike.push(input)
        },
        progress,
      )
      const document = new JsonText(writeDocument(inputs, { skipped, summary }))
      return { document, text: describe(alike, skipped, summary) }
    }),
  )
}

/** Every file looked at is in it, be they a million. */
function* writeDocument(inputs: PackedText, rest: object): Generator<string> {
  yield '{\n  "inputs": ['
  yield* inputs.read()
  yield `\n  ],${JSON.stringify(rest, null, 2).slice(1)}`
}

function describe(
  alike: readonly ComparedInput[],
  skipped: Comparison['skipped'],
  summary: ComparisonSummary,
): string {
  const lines: string[] = []
  if (alike.length > 0) {
    const rows = alike.map(({ strength, class: how, path, originals: [best, ...others] }) => [
      strength,
      how,
      percent(best?.ofOriginal ?? 0),
      path,
      `← ${best?.path ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`,
    ])
    lines.push(columns([['STRENGTH', 'CLASS', 'OF ORIGINAL', 'FILE', 'ORIGINAL'], ...rows]))
  }
  if (skipped.length > 0) {
    lines.push(`Not compared, so nothing is known of ${skipped.length === 1 ? 'it' : 'them'}:`)
    lines.push(columns(skipped.slice(0, SKIPPED_SHOWN).map(({ path, reason }) => [`  ${path}`, reason])))
    if (skipped.length > SKIPPED_SHOWN)
      lines.push(`  … and ${skipped.length - SKIPPED_SHOWN} more (--json lists all)`)
  }
  lines.push(
    `${count(summary.files, 'file')} compared in ${summary.seconds.toFixed(1)} s: ${summary.strong} strong, ${summary.weak} weak, ${summary.none} none, ${summary.skipped} skipped.`,
  )
  return lines.join('\n')
}

const SKIPPED_SHOWN = 10
