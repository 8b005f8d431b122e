import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../server/package-root.ts'
import { run, type Run } from './measure.ts'
import { writeProgramText } from './program-text.ts'

/** What `clawback` calls the work. */
export const madeWork = 'bench'

export async function inTemporaryFolder<Result>(
  measure: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the command line as a person would, with its data in `folder`. */
export function clawback(folder: string, args: readonly string[]): Promise<Run> {
  return run(process.execPath, [join(packageRoot, 'scripts', 'clawback'), ...args], {
    CLAWBACK_DATA: dataOf(folder),
  })
}

export function dataOf(folder: string): string {
  return join(folder, 'data')
}

/** Adds a folder of 2,600 files, 13 MB of made text that is nobody's. */
export async function addMadeWork(folder: string): Promise<{ added: Run; text: string }> {
  const texts = Array.from({ length: 2600 }, (_, i) => writeProgramText(i, 5000))
  const source = join(folder, 'source')
  await mkdir(source)
  for (const [i, text] of texts.entries()) await writeFile(join(source, `module-${i}.ts`), text)
  const added = await addTo(folder, source)
  return { added, text: texts.join('') }
}

export function addTo(folder: string, source: string): Promise<Run> {
  return clawback(folder, ['work', 'add', source, '--title', 'Bench', '--owner', 'Bench', '--json'])
}
