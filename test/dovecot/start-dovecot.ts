import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

export interface Dovecot {
  port: number
  /** The mailbox of Ann, as IMAP_URL. */
  imapUrl: (port?: number) => string
  /** Puts a mail into the mailbox, as a delivery agent does; the name of its file. */
  deliver: (raw: string | Uint8Array) => string
  /** Where the mails lie: a maildir. */
  maildir: string
  stop: () => Promise<void>
  start: () => Promise<void>
}

/** Root may not read mail; then everything runs as the user that owns nothing. */
const runsAs = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534, name: 'nobody' } : null

/**
 * A Dovecot of its own in a temporary folder, on a loopback port, as an ordinary user. It goes with the test.
 * @throws when Dovecot is not installed, with what to install
 */
export async function startDovecot({
  introspectionUrl = null,
}: {
  /** Where Dovecot asks whose a token is; null: Ann comes in by her password. */
  introspectionUrl?: string | null
} = {}): Promise<Dovecot> {
  requireDovecot()
  const folder = mkdtempSync(join(tmpdir(), 'clawback-dovecot-'))
  const maildir = join(folder, 'mail')
  for (const each of [maildir, join(maildir, 'new'), join(maildir, 'cur'), join(maildir, 'tmp')]) own(each)
  own(folder)
  writeFileSync(join(folder, 'users'), 'ann:{PLAIN}pass word\n', { mode: 0o644 })
  if (introspectionUrl !== null) {
    writeFileSync(join(folder, 'oauth2'), tokensFrom(introspectionUrl), { mode: 0o644 })
  }
  const port = await freePort()
  const configuration = join(folder, 'dovecot.conf')
  writeFileSync(
    configuration,
    configurationOf({ folder, maildir, port, byToken: introspectionUrl !== null }),
    { mode: 0o644 },
  )
  let server: ReturnType<typeof spawn> | undefined

  async function start() {
    server = spawn('dovecot', ['-F', '-c', configuration], {
      stdio: 'ignore',
      ...(runsAs === null ? {} : { uid: runsAs.uid, gid: runsAs.gid }),
    })
    for (let waited = 0; !(await answers(port)); waited++) {
      if (server.exitCode !== null || waited > 200) throw new Error(logOf(folder))
      await sleep(50)
    }
  }
  async function stop() {
    if (server === undefined || server.exitCode !== null) return
    const gone = once(server, 'close')
    server.kill('SIGTERM')
    await gone
  }
  await start()
  onTestFinished(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  let delivered = 0
  return {
    port,
    imapUrl: (at = port) => `imap://ann:pass%20word@127.0.0.1:${at}/INBOX`,
    maildir,
    start,
    stop,
    deliver(raw) {
      // A maildir's names sort by the time of delivery; one second each keeps their order.
      const name = `${1_775_000_000 + delivered}.M${delivered++}P1.host`
      const file = join(maildir, 'new', name)
      writeFileSync(file, raw)
      if (runsAs !== null) chownSync(file, runsAs.uid, runsAs.gid)
      return name
    },
  }
}

function requireDovecot(): void {
  let version: string
  try {
    version = execFileSync('dovecot', ['--version'], { encoding: 'utf8' })
  } catch {
    throw new Error(
      'Dovecot is not installed. On Debian 12: apt-get install dovecot-imapd; then run this again.',
    )
  }
  if (!version.startsWith('2.3.'))
    throw new Error(
      `This test writes the configuration of Dovecot 2.3, as Debian 12 has it; here is ${version}`,
    )
}

function configurationOf({
  folder,
  maildir,
  port,
  byToken,
}: {
  folder: string
  maildir: string
  port: number
  byToken: boolean
}): string {
  const user = runsAs?.name ?? userInfo().username
  const { uid, gid } = runsAs ?? userInfo()
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group =
first_valid_uid = 1
mail_location = maildir:${maildir}
${
  byToken
    ? `auth_mechanisms = xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2
}`
    : `passdb {
  driver = passwd-file
  args = ${folder}/users
}`
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}

/** As Dovecot asks a provider about a token (RFC 7662). */
function tokensFrom(introspectionUrl: string): string {
  return `introspection_mode = post
introspection_url = ${introspectionUrl}
active_attribute = active
active_value = true
username_attribute = client_id
`
}

function own(folder: string): void {
  mkdirSync(folder, { recursive: true })
  if (runsAs !== null) chownSync(folder, runsAs.uid, runsAs.gid)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8').slice(-2000)
  } catch {
    return 'Dovecot ended and wrote no log'
  }
}
