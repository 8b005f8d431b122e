import { Command } from 'commander'

/** A command with its one-line description and an example that works as it stands in `--help`. */
export function command(usage: string, description: string, example: string): Command {
  const [name, ...parts] = usage.split(' ')
  const created = new Command(name)
    .description(description)
    // The list of commands shows the first sentence; a command's own help shows all of it.
    .summary(description.split('. ')[0]!.replace(/\.$/, ''))
    .addHelpText('after', `\nExample:\n  ${example.split('\n').join('\n  ')}`)
  for (const part of parts) created.argument(part)
  return created
}

/** For an option that may be given several times. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}
