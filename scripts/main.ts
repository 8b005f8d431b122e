import { CommanderError } from 'commander'
import { createProgramFor } from './program.ts'
import { reportError } from './run-command.ts'

const json = process.argv.includes('--json')
try {
  const program = await createProgramFor(process.argv.slice(2))
  await program.parseAsync(process.argv)
} catch (error) {
  // Commander has said what was wrong; its own exit codes are 0 for help and 1 for misuse, ours is 2 for misuse.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else process.exitCode = await reportError(error, json)
}
