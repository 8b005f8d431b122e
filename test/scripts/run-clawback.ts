import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../server/package-root.ts'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Running {
  ended: Promise<Ended>
  kill: (signal: NodeJS.Signals) => void
  /** Resolves when it has written such a line on stderr, or has ended. */
  said: (pattern: RegExp) => Promise<void>
}

/** Starts the built command line as a user does, with nothing but these settings. */
export function startClawback(args: readonly string[], settings: Record<string, string>): Running {
  const child = spawn(join(packageRoot, 'scripts', 'clawback'), args, {
    cwd: settings['CLAWBACK_DATA'] === undefined ? packageRoot : '/',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts = { stdout: '', stderr: '' }
  child.stdout.on('data', (part) => (parts.stdout += String(part)))
  child.stderr.on('data', (part) => (parts.stderr += String(part)))
  return {
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, ...parts }))
    }),
    kill: (signal) => child.kill(signal),
    said: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          if (pattern.test(parts.stderr)) resolve()
        }
        child.stderr.on('data', look).on('close', resolve)
        look()
      }),
  }
}

export function runClawback(args: readonly string[], settings: Record<string, string>): Promise<Ended> {
  return startClawback(args, settings).ended
}

/** Runs a command with `--json` that must end well, and gives its document. */
export async function askClawback<Document>(
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Document> {
  const { code, stdout, stderr } = await runClawback([...args, '--json'], settings)
  if (code !== 0) throw new Error(`clawback ${args.join(' ')} ended with ${String(code)}: ${stderr}`)
  return JSON.parse(stdout) as Document
}
