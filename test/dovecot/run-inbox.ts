import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { packageRoot } from '../../server/package-root.ts'
import { authServer } from './mails.ts'

export interface Run {
  code: number | null
  report: { read: number; linked: number; left: number; notHandedOut: number } | null
  /** The most memory it ever had, in MiB; null when it was killed. */
  peak: number | null
}

/** Starts the command line itself, as a process of its own. */
export function startReading(folder: string, imapUrl: string): ChildProcess {
  const peak = join(packageRoot, 'test', 'dovecot', 'tell-peak.ts')
  const program = join(packageRoot, 'scripts', 'main.ts')
  return spawn(process.execPath, ['--import', 'tsx', '--import', peak, program, 'inbox', 'read', '--json'], {
    cwd: packageRoot,
    env: {
      PATH: process.env['PATH'],
      CLAWBACK_DATA: folder,
      IMAP_URL: imapUrl,
      MAIL_AUTHSERV_ID: authServer,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function runReading(folder: string, imapUrl: string): Promise<Run> {
  const child = startReading(folder, imapUrl)
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const peak = /^peak (\d+)$/m.exec(err)?.[1]
  if (code !== 0 && code !== 3) throw new Error(`inbox read ended with ${code}: ${err}`)
  return {
    code,
    report: code === 0 ? (JSON.parse(out) as Run['report']) : null,
    peak: peak === undefined ? null : Math.round(Number(peak) / 1024),
  }
}
