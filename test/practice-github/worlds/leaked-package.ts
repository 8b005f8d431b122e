import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import { pack } from 'tar-stream'
import { fixtureFiles } from './fixture-files.ts'

/** `@fennmark/sluicegate` 4.2.0: one bundled file, and beside it the map that should not have been packed. */
export interface LeakedPackage {
  name: string
  version: string
  /** Paths below the package's root. */
  files: Record<string, string>
}

const BUNDLE = 'dist/sluicegate.mjs'

export function leakedPackage(): LeakedPackage {
  const leak = fixtureFiles('incident/leak')
  const { name, version } = JSON.parse(leak['package.json']!) as { name: string; version: string }
  const { code, map } = bundle(leak)
  return {
    name,
    version,
    files: {
      'package.json': leak['package.json']!,
      'EULA.txt': leak['EULA.txt']!,
      'README.md': "# Sluicegate\n\nThe lock keeper's engine. See EULA.txt.\n",
      [BUNDLE]: code,
      [`${BUNDLE}.map`]: JSON.stringify(map),
    },
  }
}

/** Writes the package as a folder, as it lies in `node_modules`. */
export function writeLeakedPackage(folder: string): void {
  for (const [path, text] of Object.entries(leakedPackage().files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The `.tgz` as a registry serves it: the same bytes on every run, with npm's fixed time and `package/` above all. */
export async function leakedTarball(): Promise<Buffer> {
  const archive = pack()
  const whole = buffer(archive)
  for (const [path, text] of Object.entries(leakedPackage().files)) {
    archive.entry({ name: `package/${path}`, mtime: new Date('1985-10-26T08:15:00.000Z'), mode: 0o644 }, text)
  }
  archive.finalize()
  return gzipSync(await whole, { level: 9 })
}

export function integrityOf(tarball: Buffer): string {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}`
}

type Segment = [column: number, source: number, line: number, sourceColumn: number]

interface SourceMap {
  version: 3
  file: string
  sources: string[]
  sourcesContent: string[]
  names: string[]
  mappings: string
}

/**
 * The built modules one after the other in one file. Sources are written as a bundler writes them: relative to
 * the map (`../src/chamber.ts`), third-party ones with their place in `node_modules`.
 */
function bundle(leak: Record<string, string>): { code: string; map: SourceMap } {
  const built = fixtureFiles('incident/transpiled')
  const mappingsOf = JSON.parse(built['mappings.json']!) as Record<string, string>
  const lines = ['#!/usr/bin/env node']
  const mappings: Segment[][] = [[]]
  const sources = ['../node_modules/murmur-lru/index.js']
  const sourcesContent = [leak['third-party/murmur-lru/index.js']!]
  const add = (line: string, segments: Segment[]) => {
    lines.push(line)
    mappings.push(segments)
  }

  add('// node_modules/murmur-lru/index.js', [])
  add('var require_murmur_lru = (exports) => {', [])
  sourcesContent[0]!.split('\n').forEach((line, index) => add(line, line === '' ? [] : [[0, 0, index, 0]]))
  add('  return exports }', [])
  add('var { createLru } = require_murmur_lru({});', [])

  for (const path of inOrder(Object.keys(mappingsOf))) {
    const source = sources.push(`../${path.replace(/\.js$/, '.ts')}`) - 1
    sourcesContent.push(leak[path.replace(/\.js$/, '.ts')]!)
    const decoded = decodedMappings(
      new TraceMap({ version: 3, names: [], sources: [path], mappings: mappingsOf[path]! }),
    )
    add(`// ${path.replace(/\.js$/, '.ts')}`, [])
    built[path]!.split('\n').forEach((line, index) => {
      if (/^(import|export \{|#!)/.test(line) || line === '') return
      const shift = line.startsWith('export ') ? 'export '.length : 0
      const segments = (decoded[index] ?? []).flatMap((segment): Segment[] =>
        segment.length === 1 ? [] : [[Math.max(0, segment[0] - shift), source, segment[2], segment[3]]],
      )
      add(line.slice(shift), segments)
    })
  }
  add('process.exitCode = run(process.argv.slice(2), console.log, () => new Date());', [])
  add(
    'export { ArrivalForecaster, FlightCoordinator, PluginHost, WaterLedger, interlock, moor, planLockages, windowsAbove };',
    [],
  )
  add('//# sourceMappingURL=sluicegate.mjs.map', [])
  return {
    code: `${lines.join('\n')}\n`,
    map: {
      version: 3,
      file: 'sluicegate.mjs',
      sources,
      sourcesContent,
      names: [],
      mappings: encoded(mappings),
    },
  }
}

/** Modules that others stand on come first. */
function inOrder(paths: string[]): string[] {
  const late = ['src/flight-coordinator.js', 'src/cli.js', 'src/index.js']
  const early = [
    'vendor/binary-heap.js',
    'src/generated/protocol-tables.gen.js',
    'src/chamber.js',
    'src/hazard.js',
  ]
  const rest = paths.filter((path) => !late.includes(path) && !early.includes(path)).sort()
  return [...early, ...rest, ...late]
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 VLQ, each field relative to the one before: the source map format, version 3. */
function encoded(lines: readonly Segment[][]): string {
  const before = [0, 0, 0, 0]
  return lines
    .map((segments) => {
      before[0] = 0
      return segments
        .map((segment) =>
          segment
            .map((value, field) => {
              const delta = value - before[field]!
              before[field] = value
              return vlq(delta)
            })
            .join(''),
        )
        .join(',')
    })
    .join(';')
}

function vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1
  let text = ''
  do {
    const digit = rest & 31
    rest >>>= 5
    text += DIGITS[rest > 0 ? digit | 32 : digit]!
  } while (rest > 0)
  return text
}
