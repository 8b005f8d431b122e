import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { leakedFiles, writeFolder } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import { withPracticeGitHub } from '../practice-github/with-practice-github.ts'
import { defineWorld } from '../practice-github/world/definition.ts'
import { askClawback, runClawback, type Ended } from './run-clawback.ts'

const world = defineWorld({ repositories: [{ owner: 'orbit', name: 'sdk', files: { 'a.txt': 'a\n' } }] })
const add = ['--title', 'Orbit', '--owner', 'Orbit Inc.']

/** One line that says what happened and what to do next, with the code that never changes. */
function expectLine({ code, stdout, stderr }: Ended, exitCode: number, errorCode: string): void {
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' })
  expect(stderr).toMatch(new RegExp(`^clawback: .+\\. .+ \\[${errorCode}\\]\\n$`))
}

async function withWork(story: (settings: Record<string, string>) => Promise<void>): Promise<void> {
  await withPracticeGitHub({ world }, async (github) => {
    const settings = {
      CLAWBACK_DATA: await temporaryFolder(),
      GITHUB_TOKEN: 'practice',
      GITHUB_API_URL: github.url,
    }
    await askClawback(['work', 'add', await writeFolder(leakedFiles(2)), ...add], settings)
    await story(settings)
  })
}

describe('what goes wrong is one line that says what to do', () => {
  it('a token that GitHub refuses: 4', async () => {
    await withWork(async (settings) => {
      const ended = await runClawback(['scan', 'orbit'], { ...settings, GITHUB_TOKEN: 'bad' })
      expectLine(ended, 4, 'GITHUB_CREDENTIALS_REFUSED')
    })
  })

  it('a GitHub that is down: 4, and no scan was begun', async () => {
    await withWork(async (settings) => {
      const ended = await runClawback(['scan', 'orbit'], {
        ...settings,
        GITHUB_API_URL: 'http://127.0.0.1:9',
      })
      expectLine(ended, 4, 'GITHUB_UNREACHABLE')
      const resumed = await runClawback(['scan', 'orbit', '--resume'], settings)
      expectLine(resumed, 2, 'SCAN_NOTHING_TO_RESUME')
    })
  })

  it('no token: 2', async () => {
    await withWork(async (settings) => {
      expectLine(
        await runClawback(['scan', 'orbit'], { ...settings, GITHUB_TOKEN: '' }),
        2,
        'GITHUB_TOKEN_MISSING',
      )
    })
  })

  it('a repository that GitHub does not have: 2, and no scan was begun', async () => {
    await withWork(async (settings) => {
      for (const option of ['--repository', '--network']) {
        expectLine(
          await runClawback(['scan', 'orbit', option, 'no-body/nothing'], settings),
          2,
          'REPOSITORY_UNKNOWN',
        )
      }
      expectLine(await runClawback(['scan', 'orbit', '--resume'], settings), 2, 'SCAN_NOTHING_TO_RESUME')
      expectLine(await runClawback(['match', 'orbit', 'no-body/nothing'], settings), 2, 'MATCH_UNKNOWN')
    })
  })

  it('a port in use: 2', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const ended = await runClawback(['serve', '--port', String(port)], {
      CLAWBACK_DATA: await temporaryFolder(),
    })
    other.close()
    expectLine(ended, 2, 'PORT_IN_USE')
  })

  it('a data folder that cannot be written: 2', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, '')
    const below = await runClawback(['work', 'list'], { CLAWBACK_DATA: join(file, 'data') })
    expectLine(below, 2, 'DATA_FOLDER_NOT_A_FOLDER')
    // Root may write anywhere on a disk; the kernel's own file system takes nothing from anyone.
    const readOnly = await runClawback(['work', 'list'], { CLAWBACK_DATA: '/proc/clawback' })
    expectLine(readOnly, 2, 'DATA_FOLDER_NOT_WRITABLE')
  })

  it.each(['broken.tgz', 'broken.zip', 'broken.tar', 'broken.js.map'])(
    'a corrupt %s: 2, and nothing of it is kept',
    async (name) => {
      const folder = await temporaryFolder()
      const settings = { CLAWBACK_DATA: join(folder, 'data') }
      await writeFile(join(folder, name), 'PK\u0003\u0004 this is no archive at all')
      const ended = await runClawback(['work', 'add', join(folder, name), ...add], settings)
      expectLine(ended, 2, '(?:ARCHIVE_CORRUPT|SOURCE_MAP_INVALID)')
      expect(await askClawback(['work', 'list'], settings)).toEqual([])
    },
  )

  it('an unknown command, option or work: 2', async () => {
    const settings = { CLAWBACK_DATA: await temporaryFolder() }
    expect((await runClawback(['wrok'], settings)).code).toBe(2)
    expect((await runClawback(['work', 'list', '--jsn'], settings)).code).toBe(2)
    expectLine(await runClawback(['work', 'show', 'nothing'], settings), 2, 'WORK_UNKNOWN')
  })

  it('with --json the error is a document too', async () => {
    const { code, stdout } = await runClawback(['work', 'show', 'nothing', '--json'], {
      CLAWBACK_DATA: await temporaryFolder(),
    })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'WORK_UNKNOWN', message: expect.any(String), fix: expect.any(String) },
    })
  })
})

it('a changed byte of an event is found and named: 1', async () => {
  await withWork(async (settings) => {
    expect(await askClawback(['audit', 'verify'], settings)).toMatchObject({ ok: true })
    const database = new Database(join(settings['CLAWBACK_DATA']!, 'clawback.db'))
    const triggers = database
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'events'")
      .all() as { name: string }[]
    expect(() => database.exec("update events set actor = 'nobody'")).toThrow()
    for (const { name } of triggers) database.exec(`drop trigger "${name}"`)
    database.exec("update events set data = replace(data, 'orbit', 'orbiT') where seq = 1")
    database.exec("update events set actor = actor || '!' where seq = 1")
    database.close()

    const ended = await runClawback(['audit', 'verify', '--json'], settings)
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, seq: 1 })
  })
})
