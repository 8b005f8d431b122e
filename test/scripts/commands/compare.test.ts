import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import type { Comparison } from '../../../server/tasks/compare-paths.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { askClawback, runClawback, startClawback } from '../run-clawback.ts'

const leak = leakedFiles(3)

async function withWork(): Promise<Record<string, string>> {
  const settings = { CLAWBACK_DATA: await temporaryFolder() }
  await askClawback(
    ['work', 'add', await writeFolder(leak), '--title', 'Orbit', '--owner', 'Orbit Inc.'],
    settings,
  )
  return settings
}

it('lists every file in the order read, finds the copies among hostile ones, and says what it left out', async () => {
  const settings = await withWork()
  const copy = leak['src/module-1.ts']!
  const folder = await writeFolder({
    'a-line.js': 'x=1;'.repeat(1_500_000),
    'b-binary.bin': '\u0000\u0001'.repeat(300_000),
    'c-nested.ts': '([{'.repeat(400_000),
    'd-copy.ts': copy,
    'e "quoted" \u202e.ts': 'let a = 1',
    'f-empty.ts': '',
    'g/last.ts': `let before = 1\n${copy}`,
    'h-both.ts': `${copy}\n${leak['src/module-2.ts']!}`,
  })
  await symlink('d-copy.ts', join(folder, 'link.ts'))
  const { inputs, skipped, summary } = await askClawback<Comparison>(
    ['compare', 'orbit', folder, folder],
    settings,
  )
  const below = (path: string) => path.slice(folder.length + 1)
  expect(inputs.map(({ path, strength }) => [below(path), strength])).toEqual([
    ['a-line.js', 'none'],
    ['b-binary.bin', 'none'],
    ['c-nested.ts', 'none'],
    ['d-copy.ts', 'strong'],
    ['e "quoted" \u202e.ts', 'none'],
    ['f-empty.ts', 'none'],
    ['g/last.ts', 'strong'],
    ['h-both.ts', 'strong'],
  ])
  expect(skipped).toEqual([
    { path: join(folder, 'link.ts'), reason: expect.stringContaining('not followed') },
    { path: folder, reason: expect.stringContaining('given twice') },
  ])
  expect(summary).toMatchObject({ files: 8, strong: 3, weak: 0, none: 5, skipped: 2 })

  const { stdout, stderr } = await runClawback(['compare', 'orbit', folder], settings)
  expect(stdout).toMatch(/strong +exact .*d-copy\.ts +← src\/module-1\.ts/)
  expect(stdout).toMatch(/h-both\.ts +← src\/module-\d\.ts and 1 more$/m)
  expect(stdout).toMatch(/Not compared, so nothing is known of it:\n +\S+link\.ts +a symbolic link/)
  expect(stderr).toMatch(/^comparing 1, \d+ MB$/m)
})

it('ends at Ctrl-C, with one line and no half document', async () => {
  const settings = await withWork()
  const running = startClawback(
    ['compare', 'orbit', join(packageRoot, 'node_modules'), packageRoot, '--json'],
    settings,
  )
  await running.said(/comparing/)
  running.kill('SIGINT')
  const { code, stdout, stderr } = await running.ended
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
  expect(stderr).toMatch(/clawback: Stopped: [\d,]+ files? compared, nothing kept\.\n$/)
})
