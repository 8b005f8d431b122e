import { spawn, type ChildProcess } from 'node:child_process'

/** The demo that runs beside this Clawback, in a process, a data folder and pages of its own. */
export interface DemoRunner {
  state: () => DemoState
  /** Starts it unless it runs. */
  start: () => void
  /** Ends it; its data goes with it. */
  stop: () => Promise<void>
}

export type DemoState =
  | { kind: 'off' }
  | { kind: 'starting'; since: Date }
  /** `link` signs in, once, within a quarter of an hour. */
  | { kind: 'ready'; link: string }
  | { kind: 'failed'; reason: string }

const mostTold = 2_000

/**
 * `command` is Clawback itself, as a program and its arguments. The demo asks a practice GitHub on this machine alone,
 * and ends when the process that started it does, killed or not: they are tied by a channel.
 */
export function createDemoRunner({
  command,
  clock,
}: {
  command: readonly [string, ...string[]]
  clock: () => Date
}): DemoRunner {
  let state: DemoState = { kind: 'off' }
  let child: ChildProcess | null = null

  function start(): void {
    if (child !== null) return
    state = { kind: 'starting', since: clock() }
    const [program, ...args] = command
    const started = spawn(program, [...args, 'demo', '--port', '0'], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child = started
    let told = ''
    started.stderr?.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-mostTold)))
    started.on('message', (message) => {
      const { signIn } = message as { signIn?: unknown }
      if (typeof signIn === 'string' && /^http:\/\/127\.0\.0\.1:\d+\//.test(signIn)) {
        state = { kind: 'ready', link: signIn }
      }
    })
    const end = (reason: string) => {
      if (child !== started) return
      child = null
      state = { kind: 'failed', reason }
    }
    started.on('error', (error) => end(error.message))
    started.on('close', (code) => end(lastLine(told) || `it ended with ${code ?? 'a signal'}`))
  }

  async function stop(): Promise<void> {
    const running = child
    child = null
    state = { kind: 'off' }
    if (running === null || running.exitCode !== null) return
    const closed = new Promise((resolve) => running.once('close', resolve))
    running.kill('SIGTERM')
    await closed
  }

  return { state: () => state, start, stop }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
