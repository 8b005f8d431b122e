import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

export interface Run {
  seconds: number
  /** The largest resident size that was seen, in MB; sampled every 50 ms. */
  peakMb: number
  stdout: string
}

/** Runs a program to its end. @throws Error when it fails, with what it said */
export function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.Dict<string> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    let peakMb = 0
    const timer = setInterval(() => {
      void residentMb(child.pid).then((mb) => (peakMb = Math.max(peakMb, mb)))
    }, 50)
    child.stdout.on('data', (part) => (stdout += String(part)))
    child.stderr.on('data', (part) => (stderr += String(part)))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMb, stdout })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${String(code)}: ${stderr}`))
    })
  })
}

/** Pairs of runs in turn, so that a machine that slows down slows both; gives the medians and the median ratio. */
export async function pair(
  a: () => Promise<number>,
  b: () => Promise<number>,
  times: number,
): Promise<{ a: number; b: number; ratio: number }> {
  const pairs: { a: number; b: number }[] = []
  await a()
  await b()
  for (let i = 0; i < times; i++) pairs.push({ a: await a(), b: await b() })
  return {
    a: median(pairs.map((p) => p.a)),
    b: median(pairs.map((p) => p.b)),
    ratio: median(pairs.map((p) => p.a / p.b)),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function residentMb(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0
  const { readFile } = await import('node:fs/promises')
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
