import { Argument, type Command } from 'commander'
import { command } from '../command.ts'
import { completionPlaces, shells, writeCompletion, type Shell } from '../completion.ts'
import { runAlone } from '../run-command.ts'

export function completionCommand(): Command {
  return command(
    'completion',
    'Prints a completion script for your shell, made from the commands there are.',
    'clawback completion bash > ~/.local/share/bash-completion/completions/clawback',
  )
    .addArgument(new Argument('<shell>').choices(shells))
    .action((shell: Shell, options: { json?: boolean }) =>
      runAlone(options, async () => {
        const { createProgram } = await import('../program.ts')
        const script = writeCompletion(shell, completionPlaces(await createProgram()))
        return { document: { shell, script }, text: script }
      }),
    )
}
