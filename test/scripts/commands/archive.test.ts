import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../open-test-app.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

const letter = `Dear GitHub,

the following repository holds our whole private source code:
https://github.com/eve/orbit-leak

I have a good faith belief that this use is not authorized by the copyright owner, its agent, or the law.
I swear, under penalty of perjury, that the information in this notification is accurate and that I am the owner.
`

async function archive(): Promise<{ folder: string; settings: Record<string, string> }> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '2026/03'), { recursive: true })
  return { folder, settings: { CLAWBACK_DATA: join(folder, 'data') } }
}

it('tells what each notice says, under the path as given, and needs no data folder', async () => {
  const { folder, settings } = await archive()
  const files = ['2026-03-31-orbit.md', '2026-03-31-orbit-retraction.md'].map((name) =>
    join(folder, '2026/03', name),
  )
  for (const file of files) await writeFile(file, letter)
  const notices = await askClawback<unknown[]>(['archive', 'read', ...files.reverse()], settings)
  expect(notices).toMatchObject([
    { path: files[0], kind: 'retraction', date: '2026-03-31', repositories: ['eve/orbit-leak'] },
    {
      path: files[1],
      kind: 'takedown',
      repositories: ['eve/orbit-leak'],
      forks: [],
      networkSize: null,
      networkReason: null,
      hasInvalid: false,
      preprocessingOpportunity: false,
      statements: { goodFaith: true, perjury: true, representativeForks: false },
    },
  ])
  expect(await readdir(folder)).toEqual(['2026'])
})

it('a PDF among the files is told as skipped, at its place, and the rest is read', async () => {
  const { folder, settings } = await archive()
  const good = join(folder, '2026/03/2026-03-31-orbit.md')
  const pdf = join(folder, '2026/03/2026-03-31-orbit.pdf')
  await writeFile(good, letter)
  await writeFile(pdf, '%PDF-1.4 …')
  const notices = await askClawback<{ path: string; skipped?: string }[]>(
    ['archive', 'read', pdf, good],
    settings,
  )
  expect(notices.map(({ path, skipped }) => ({ path, skipped: skipped !== undefined }))).toEqual([
    { path: pdf, skipped: true },
    { path: good, skipped: false },
  ])
  expect((await runClawback(['archive', 'read', pdf], settings)).stdout).toContain(
    `Skipped ${pdf}: not a text`,
  )
})

it('a folder or nothing among the files: 2, and nothing is told', async () => {
  const { folder, settings } = await archive()
  const good = join(folder, '2026/03/2026-03-31-orbit.md')
  await writeFile(good, letter)
  for (const [path, code, fix] of [
    [join(folder, '2026/03'), 'FILE_NOT_READ', '*.md'],
    [join(folder, 'nothing.md'), 'FILE_NOT_READ', 'text file'],
  ] as const) {
    const ended = await runClawback(['archive', 'read', good, path], settings)
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(path)
    expect(ended.stderr).toContain(fix)
    expect(ended.stderr).toContain(`[${code}]`)
  }
})
