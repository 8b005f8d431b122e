import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import { transform, type TransformOptions } from 'esbuild'
import ts from 'typescript'
import type { SourceFile, SourceVariant } from '../core/match/source-file.ts'

/**
 * What compilers and minifiers make of an original. A candidate is never transformed: whoever copies chooses the
 * tool, so the work is read in the forms that the common ones give, once, when it is added.
 *
 * Helpers that a tool puts into every output (`__decorate`, `__spreadArray`) are left out: they are the tool's.
 */
export async function originalVariants(file: { path: string; bytes: Uint8Array }): Promise<SourceVariant[]> {
  const loader = loaderOf(file)
  if (loader === undefined) return []
  const text = Buffer.from(file.bytes).toString('utf8')
  const rewritten = await Promise.all(
    rewrites.map(({ name, options }) => rewrite(name, text, { ...options, loader })),
  )
  const compiled = [compile('ES5', file.path, text, es5)]
  if (PRIVATE_MEMBER.test(text)) compiled.push(compile('ES2020', file.path, text, es2020))
  return [...rewritten, ...compiled].filter((variant) => variant !== undefined)
}

/** The same for many files, a few at a time, in their order. */
export async function withVariants(
  files: Iterable<{ path: string; bytes: Uint8Array }>,
): Promise<SourceFile[]> {
  const all: SourceFile[] = []
  let ahead: Promise<SourceFile>[] = []
  for (const { path, bytes } of files) {
    ahead.push(originalVariants({ path, bytes }).then((variants) => ({ path, bytes, variants })))
    if (ahead.length < AHEAD) continue
    all.push(...(await Promise.all(ahead)))
    ahead = []
  }
  return [...all, ...(await Promise.all(ahead))]
}

/** Larger files are bundles: already the output of a tool, and slow to parse. */
const LARGEST = 1_500_000
const AHEAD = 16
/** Gives each text memory of its own, as texts that go from thread to thread need; a small Buffer is a part of a larger one. */
const encoder = new TextEncoder()

const loaders = new Map<string, 'ts' | 'tsx' | 'js' | 'jsx'>([
  ['ts', 'ts'],
  ['mts', 'ts'],
  ['cts', 'ts'],
  ['tsx', 'tsx'],
  ['js', 'jsx'],
  ['mjs', 'jsx'],
  ['cjs', 'jsx'],
  ['jsx', 'jsx'],
])

/** Whether any tool rewrites such a file. */
export function hasVariants(file: { path: string; bytes: Uint8Array }): boolean {
  return loaderOf(file) !== undefined
}

function loaderOf({
  path,
  bytes,
}: {
  path: string
  bytes: Uint8Array
}): 'ts' | 'tsx' | 'js' | 'jsx' | undefined {
  return bytes.length === 0 || bytes.length > LARGEST ? undefined : loaders.get(extensionOf(path))
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}

const common: TransformOptions = {
  target: 'esnext',
  jsx: 'automatic',
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'silent',
  legalComments: 'none',
  charset: 'utf8',
  // Decorators stay as they are written: lowering them is all helper.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true } },
}

/** Where decorators must be lowered, the older way adds least. */
const older: TransformOptions = {
  ...common,
  target: 'es2017',
  minifySyntax: true,
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
}

const rewrites: readonly { name: string; options: TransformOptions }[] = [
  { name: 'types stripped', options: common },
  { name: 'syntax minified', options: { ...common, minifySyntax: true } },
  { name: 'older syntax, minified', options: older },
]

async function rewrite(
  name: string,
  text: string,
  options: TransformOptions,
): Promise<SourceVariant | undefined> {
  const made = (await attempt(text, options)) ?? (await attempt(text, { ...options, ...loweringDecorators }))
  if (made === undefined) return undefined // not the language its name says: read as it is
  const mappings = decodedMappings(new TraceMap(made.map))
  return {
    name,
    bytes: encoder.encode(withoutHelpers(made.code, mappings)),
    lines: linesOf(made.code, mappings),
  }
}

async function attempt(
  text: string,
  options: TransformOptions,
): Promise<{ code: string; map: string } | undefined> {
  try {
    return await transform(text, options)
  } catch {
    return undefined
  }
}

/** A decorated parameter is no JavaScript: esbuild refuses to leave it as it is written. */
const loweringDecorators: TransformOptions = {
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
}

type Mappings = ReturnType<typeof decodedMappings>

/**
 * esbuild has no option to leave its helpers out. They stand before everything else, and nothing of the source is
 * mapped to them; their lines are emptied, so that the others keep their numbers.
 */
function withoutHelpers(code: string, mappings: Mappings): string {
  const first = mappings.findIndex((line) => line.length > 0)
  if (first <= 0) return code
  let at = 0
  for (let line = 0; line < first; line++) at = code.indexOf('\n', at) + 1
  return '\n'.repeat(first) + code.slice(at)
}

/* eslint-disable @typescript-eslint/no-deprecated -- an old form to write, and the one many bundles hold */
const es5: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES5,
  ignoreDeprecations: '6.0',
  module: ts.ModuleKind.CommonJS,
  jsx: ts.JsxEmit.ReactJSX,
  noEmitHelpers: true,
  importHelpers: false,
  downlevelIteration: false,
  experimentalDecorators: true,
  removeComments: true,
  sourceMap: true,
  // Half the time, and the same text: what a program means is not asked here.
  noCheck: true,
}
/* eslint-enable @typescript-eslint/no-deprecated */

/** Members with `#` are written otherwise before ES2022, and esbuild writes them in its own way. */
const PRIVATE_MEMBER = /\.#[A-Za-z_$]/
const es2020: ts.CompilerOptions = { ...es5, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext }

function compile(
  name: string,
  path: string,
  text: string,
  compilerOptions: ts.CompilerOptions,
): SourceVariant | undefined {
  try {
    const { outputText, sourceMapText } = ts.transpileModule(text, {
      fileName: path.replace(/.*\//, ''),
      compilerOptions,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    })
    const mappings = sourceMapText === undefined ? [] : decodedMappings(new TraceMap(sourceMapText))
    return { name, bytes: encoder.encode(outputText), lines: linesOf(outputText, mappings) }
  } catch {
    return undefined
  }
}

/** The original's line for each line of the output; a line that nothing maps to takes the one before it. */
function linesOf(code: string, mappings: Mappings): Int32Array {
  const texts = code.split('\n')
  const lines = new Int32Array(texts.length).fill(1)
  let last = 1
  for (const [line, text] of texts.entries()) {
    const source = sourceAt(mappings[line] ?? [], text.search(/\S|$/))
    if (source !== undefined) last = source + 1
    lines[line] = last
  }
  return lines
}

/** What stands at a column: esbuild begins each line with the place where the line before it ended. */
function sourceAt(segments: Mappings[number], column: number): number | undefined {
  let source: number | undefined
  for (const segment of segments) {
    if (segment[0] > column) break
    source = segment[SOURCE_LINE] ?? source
  }
  return source
}

/** Where a mapping holds the line (from 0) in the original. */
const SOURCE_LINE = 2
