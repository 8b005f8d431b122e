import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { addMadeWork, addTo, clawback, inTemporaryFolder, madeWork } from './made-work.ts'
import type { Run } from './measure.ts'
import { writeProgramText } from './program-text.ts'

/**
 * `work add` of a 60 MB source map with 2,000 sources, beside a sha1 of the same file; then what its first comparison
 * takes, which makes so large a work ready.
 */
export async function measureImport(): Promise<string> {
  return await inTemporaryFolder(async (folder) => {
    const sources = Array.from({ length: 2000 }, (_, i) => `../src/module-${i}.ts`)
    const map = JSON.stringify({
      version: 3,
      sources,
      sourcesContent: sources.map((_, i) => writeProgramText(i, 29_000)),
      names: [],
      mappings: '',
    })
    const file = join(folder, 'cli.js.map')
    await writeFile(file, map)
    const copy = join(folder, 'copy.ts')
    await writeFile(copy, writeProgramText(7, 29_000))
    const sha1 = timeOfSha1(map)
    const added = await addTo(folder, file)
    const first = await clawback(folder, ['compare', madeWork, copy, '--json'])
    const second = await clawback(folder, ['compare', madeWork, copy, '--json'])
    return [
      `import: a source map of ${megabytes(Buffer.byteLength(map))} MB with ${describe(added)}; a sha1 of it takes ${sha1.toFixed(2)} s`,
      `import: its first comparison makes it ready: ${describeRun(first)}; the next one takes ${describeRun(second)}`,
    ].join('\n')
  })
}

/** `work add` of a folder of 2,600 files, 13 MB, until it is ready for comparing. */
export async function measureFolderImport(): Promise<string> {
  return await inTemporaryFolder(async (folder) => {
    const { added, text } = await addMadeWork(folder)
    const sha1 = timeOfSha1(text)
    return `import: a folder of ${megabytes(text.length)} MB with ${describe(added)}; a sha1 of it takes ${sha1.toFixed(2)} s`
  })
}

function timeOfSha1(text: string): number {
  const started = performance.now()
  createHash('sha1').update(text).digest()
  return (performance.now() - started) / 1000
}

function describe(added: Run): string {
  const { originals } = JSON.parse(added.stdout) as { originals: { total: number; claimed: number } }
  return `${originals.total} sources (${originals.claimed} claimed) in ${describeRun(added)}`
}

function describeRun({ seconds, peakMb }: Run): string {
  return `${seconds.toFixed(1)} s, peak ${peakMb.toFixed(0)} MB`
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}
