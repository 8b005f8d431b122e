import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { packageRoot } from '../../server/package-root.ts'
import { run } from './measure.ts'
import { writeProgramText } from './program-text.ts'

/** `work add` of a 60 MB source map with 2,000 sources, beside a sha1 of the same file. */
export async function measureImport(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  try {
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
    const started = performance.now()
    createHash('sha1').update(map).digest()
    const sha1 = (performance.now() - started) / 1000
    const added = await run(
      process.execPath,
      [
        join(packageRoot, 'scripts', 'clawback'),
        'work',
        'add',
        file,
        '--title',
        'Bench',
        '--owner',
        'Bench',
        '--json',
      ],
      { CLAWBACK_DATA: join(folder, 'data') },
    )
    const { originals } = JSON.parse(added.stdout) as { originals: { total: number; claimed: number } }
    const mb = Buffer.byteLength(map) / 1024 / 1024
    return `import: a source map of ${mb.toFixed(0)} MB with ${originals.total} sources (${originals.claimed} claimed) in ${added.seconds.toFixed(1)} s, peak ${added.peakMb.toFixed(0)} MB; a sha1 of it takes ${sha1.toFixed(2)} s`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
