import type { Command } from 'commander'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { reportError } from '../run-command.ts'

interface DemoOptions {
  once?: boolean
  port?: number
  json?: boolean
}

export function demoCommand(): Command {
  return command(
    'demo',
    'Runs the whole job on a practice GitHub with a small incident in it, and leaves the pages up.',
    'clawback demo --once',
  )
    .option('--once', 'end instead of leaving the pages up')
    .option('--port <n>', 'the port of the pages (default: PORT)', readCount)
    .action(async (options: DemoOptions) => {
      try {
        const { playDemo } = await import('../demo/play-demo.ts')
        process.exitCode = await playDemo(options)
      } catch (error) {
        process.exitCode = await reportError(error, options.json === true)
      }
    })
}
