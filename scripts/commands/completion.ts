import { Argument, type Command } from 'commander'
import { command } from '../command.ts'
import { completionPlaces, shells, writeCompletion, type Shell } from '../completion.ts'
import { runAlone } from '../run-command.ts'

export function completionCommand(): Command {
  const created = command(
    'completion',
    'Prints a completion script for your shell, made from the commands there are.',
    'clawback completion bash > ~/.local/share/bash-completion/completions/clawback',
  )
  return created
    .addArgument(new Argument('<shell>').choices(shells))
    .action((shell: Shell, options: { json?: boolean }) =>
      runAlone(options, () => {
        const script = writeCompletion(shell, completionPlaces(created.parent ?? created))
        return Promise.resolve({ document: { shell, script }, text: script })
      }),
    )
}
