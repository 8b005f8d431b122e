import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { completionPlaces, shells, writeCompletion } from '../../../scripts/completion.ts'
import { createProgram } from '../../../scripts/program.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { runClawback } from '../run-clawback.ts'

const run = promisify(execFile)
const places = completionPlaces(await createProgram())

/** What bash itself offers after these words. */
async function complete(...words: string[]): Promise<string[]> {
  const file = join(await temporaryFolder(), 'clawback.bash')
  await writeFile(file, writeCompletion('bash', places))
  const script =
    'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _clawback; printf "%s\\n" "${COMPREPLY[@]}"'
  const { stdout } = await run('bash', ['--norc', '-uc', script, 'bash', file, 'clawback', ...words])
  return stdout.split('\n').filter((line) => line !== '')
}

describe('in bash', () => {
  it('offers commands, then their commands, then options, then choices', async () => {
    expect(await complete('gu')).toEqual(['guard'])
    expect(await complete('notice', 's')).toEqual(['sign', 'send', 'sent', 'show'])
    expect(await complete('work', 'add', './leak', '--off')).toEqual(['--official'])
    expect(await complete('notice', 'sent', 'orbit-1', '--channel', '')).toEqual(['form', 'email', 'letter'])
    expect(await complete('notice', 'sent', 'orbit-1', '--channel', 'form', '--t')).toEqual(['--ticket'])
  })

  it('offers nothing of its own where a file is wanted', async () => {
    expect(await complete('guard', './dist/')).toEqual([])
  })

  it('offers every command at its place', async () => {
    for (const { path, commands } of places) {
      const offered = await complete(...path.split('/').slice(1), '')
      expect(offered).toEqual(expect.arrayContaining(commands.map(({ word }) => word)))
    }
  })
})

describe.each(shells)('the script for %s', (shell) => {
  const script = writeCompletion(shell, places)

  it('knows every command and every option', () => {
    for (const { path, options } of places) {
      expect(script).toContain(path)
      for (const { word } of options)
        expect(script).toContain(shell === 'fish' ? `-l ${word.slice(2)}` : word)
    }
  })

  it('is what the command prints', async () => {
    expect(await runClawback(['completion', shell], {})).toMatchObject({
      code: 0,
      stdout: script,
      stderr: '',
    })
  })
})

it('a shell that there is no script for: 2', async () => {
  expect((await runClawback(['completion', 'tcsh'], {})).code).toBe(2)
})
