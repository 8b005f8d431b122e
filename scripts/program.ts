import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { packageRoot } from '../server/package-root.ts'
import { commands, type CommandEntry } from './command-list.ts'

/** The whole command line, with every command loaded. */
export async function createProgram(): Promise<Command> {
  return await createProgramWith((entry) => entry.load())
}

/**
 * The command line as these arguments need it: a command that they do not name is there by its name alone, so that
 * `--help` stays instant.
 */
export async function createProgramFor(args: readonly string[]): Promise<Command> {
  const words = args.filter((arg) => !arg.startsWith('-'))
  const named = words[0] === 'help' ? words[1] : words[0]
  return await createProgramWith((entry) =>
    entry.name === named ? entry.load() : new Command(entry.name).summary(entry.summary),
  )
}

async function createProgramWith(
  load: (entry: CommandEntry) => Command | Promise<Command>,
): Promise<Command> {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const program = new Command('clawback')
    .description('Finds copies of leaked source code on GitHub and gets them taken down, precisely.')
    .version(version)
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: (listed) => listed.name() })
    .showHelpAfterError('Run the command with --help for its options and an example.')
  for (const entry of commands) program.addCommand(await load(entry))
  for (const leaf of leaves(program)) {
    leaf.option('--json', 'print one JSON document on stdout, and nothing else there')
    leaf.exitOverride()
  }
  return program
}

/** Every command that does something itself: the ones the contract gives `--json` to. */
export function leaves(command: Command): Command[] {
  // One that takes arguments does something itself, whatever stands below it.
  const isOwn = command.commands.length === 0 || command.registeredArguments.length > 0
  return [...(isOwn ? [command] : []), ...command.commands.flatMap(leaves)]
}
