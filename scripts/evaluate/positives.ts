import { build } from 'esbuild'
import ts from 'typescript'
import { disguises } from './disguises.ts'
import type { PackageFile } from './fetch-package.ts'
import { sample } from './random.ts'

/** A candidate and what it holds. */
export interface Positive {
  class: string
  path: string
  bytes: Buffer
  /** Paths of the originals it holds. */
  truth: readonly string[]
  /** For a pasted function: its lines in candidate and original, from 1, inclusive. */
  passage?: { candidate: [number, number]; original: [number, number] }
}

/** A transform that leaves fewer marks has left nothing to compare (a file of types alone, as JavaScript). */
const FEWEST_MARKS = 40
const SMALL_LINES = 40

/** Copies of single originals, each in every disguise. */
export async function* disguised(
  originals: readonly PackageFile[],
  random: () => number,
): AsyncGenerator<Positive> {
  for (const { path, bytes } of originals) {
    const text = bytes.toString('utf8')
    const size = codeLines(text) < SMALL_LINES ? 'small: ' : ''
    for (const [name, disguise] of Object.entries(disguises)) {
      const copy = await attempt(() => disguise(text, random))
      if (copy === undefined || marks(copy) < FEWEST_MARKS) continue
      const extension = /JavaScript|minified|compiled/.test(name) ? 'js' : 'ts'
      yield { class: size + name, path: `copy.${extension}`, bytes: Buffer.from(copy), truth: [path] }
    }
  }
}

/** A function of 15 to 40 lines, pasted into somebody else's file. */
export function* snippets(
  originals: readonly PackageFile[],
  hosts: readonly PackageFile[],
  random: () => number,
): Generator<Positive> {
  for (const { path, bytes } of originals) {
    const text = bytes.toString('utf8')
    const functions = functionsOf(text).filter(({ lines }) => lines >= 15 && lines <= 40)
    const chosen = sample(functions, 1, random)[0]
    const host = sample(hosts, 1, random)[0]
    if (!chosen || !host) continue
    const before = topLevelPrefix(host.bytes.toString('utf8'))
    const passage = text.slice(chosen.start, chosen.end)
    const first = before.split('\n').length
    const last = first + passage.split('\n').length - 1
    const firstOriginal = text.slice(0, chosen.start).split('\n').length
    yield {
      class: 'snippet, 15–40 lines',
      path: 'host.ts',
      bytes: Buffer.from(`${before}${passage}\n${host.bytes.toString('utf8').slice(before.length)}`),
      truth: [path],
      passage: { candidate: [first, last], original: [firstOriginal, firstOriginal + last - first] },
    }
  }
}

/** Five originals and a stranger in one file. */
export function* concatenations(
  originals: readonly PackageFile[],
  hosts: readonly PackageFile[],
): Generator<Positive> {
  for (let at = 0; at + 5 <= originals.length; at += 10) {
    const group = originals.slice(at, at + 5)
    const stranger = hosts[at % hosts.length]
    yield {
      class: 'concatenation',
      path: 'all.ts',
      bytes: Buffer.concat(
        [...group, ...(stranger ? [stranger] : [])].flatMap(({ bytes }) => [bytes, Buffer.from('\n')]),
      ),
      truth: group.map(({ path }) => path),
    }
  }
}

/** Bundles of a whole package, plain and minified. */
export async function* bundles(
  name: string,
  entry: string,
  originals: readonly PackageFile[],
): AsyncGenerator<Positive> {
  const files = new Map(originals.map(({ path, bytes }) => [path, bytes.toString('utf8')]))
  for (const minify of [false, true]) {
    const result = await build({
      entryPoints: [entry],
      bundle: true,
      minify,
      write: false,
      metafile: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
      plugins: [
        {
          name: 'memory',
          setup(plugin) {
            plugin.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
              if (kind === 'entry-point') return { path, namespace: 'work' }
              const found = path.startsWith('.') ? resolveIn(files, importer, path) : undefined
              return found === undefined ? { path, external: true } : { path: found, namespace: 'work' }
            })
            plugin.onLoad({ filter: /.*/, namespace: 'work' }, ({ path }) => ({
              contents: files.get(path)!,
              loader: 'ts',
            }))
          },
        },
      ],
    })
    const inputs = Object.values(result.metafile.outputs)[0]!.inputs
    const truth = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput >= 400)
    yield {
      class: minify ? 'bundle, minified' : 'bundle',
      path: `${name}.js`,
      bytes: Buffer.from(result.outputFiles[0]!.text),
      truth: truth.map(([path]) => path.replace(/^work:/, '')),
    }
  }
}

function resolveIn(files: ReadonlyMap<string, string>, importer: string, path: string): string | undefined {
  const joined = new URL(path, `file:///${importer}`).pathname.slice(1)
  const bare = joined.replace(/\.[cm]?js$/, '')
  return [joined, `${bare}.ts`, `${joined}.ts`, `${joined}/index.ts`]
    .map(decodeURIComponent)
    .find((one) => files.has(one))
}

/** The same file in another version, by how many of its lines both have (Dice's coefficient). */
export function drifted(original: PackageFile, other: PackageFile): Positive | undefined {
  const [a, b] = [linesOf(original), linesOf(other)]
  if (a.length < 20 || b.length < 20 || original.bytes.equals(other.bytes)) return undefined
  const left = new Map<string, number>()
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1)
  let common = 0
  for (const line of b) {
    const count = left.get(line) ?? 0
    if (count > 0) common++
    left.set(line, count - 1)
  }
  const dice = (2 * common) / (a.length + b.length)
  const bin = dice >= 0.7 ? 'at least 70 %' : dice >= 0.3 ? '30–70 %' : undefined
  return (
    bin && {
      class: `version, ${bin} in common`,
      path: other.path,
      bytes: other.bytes,
      truth: [original.path],
    }
  )
}

function linesOf({ bytes }: PackageFile): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line))
}

export function codeLines(text: string): number {
  return text
    .split('\n')
    .filter((line) => /\w/.test(line) && !/^\s*(\/\/|\*|\/\*|import\b|export \*)/.test(line)).length
}

function marks(text: string): number {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').match(/[\w$]+|[^\s\w]/g)?.length ?? 0
}

function functionsOf(text: string): { start: number; end: number; lines: number }[] {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
  const found: { start: number; end: number; lines: number }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
      // From the beginning of the line: a method is pasted with its indentation.
      const start = text.lastIndexOf('\n', node.getStart(source)) + 1
      found.push({ start, end: node.end, lines: codeLines(text.slice(start, node.end)) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The host up to a statement near its middle, so that what is pasted stands between two statements. */
function topLevelPrefix(text: string): string {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
  const middle = source.statements[source.statements.length >> 1]
  return middle ? text.slice(0, middle.getFullStart()) + '\n' : ''
}

async function attempt(make: () => string | Promise<string>): Promise<string | undefined> {
  try {
    return await make()
  } catch {
    return undefined
  }
}
