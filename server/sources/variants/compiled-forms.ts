import { createRequire } from 'node:module'
import type typescript from 'typescript'
import type { CompilerHost, CompilerOptions, ResolutionMode, SourceFile as Parsed } from 'typescript'
import type { SourceVariant } from '../../core/match/source-file.ts'
import { mappedVariant, readMappings } from './mapped-text.ts'
import type { WarmCode } from './warm-code.ts'

// `import` would search its nine megabytes for what they export before it runs them.
const ts = createRequire(import.meta.url)('typescript') as typeof typescript

/* eslint-disable @typescript-eslint/no-deprecated -- an old form to write, and the one many bundles hold */
const es5: CompilerOptions = {
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
const es2020: CompilerOptions = { ...es5, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext }

export interface NamedText {
  path: string
  text: string
}

/** The forms that the TypeScript compiler gives each text, in their order. Helpers are left out. */
export function compiledForms(files: readonly NamedText[], warm: WarmCode): SourceVariant[][] {
  warm.startBatch()
  const forms: SourceVariant[][] = compileEach(files, es5, warm).map((made) => variantOf('ES5', made))
  const withPrivate = [...files.keys()].filter((i) => PRIVATE_MEMBER.test(files[i]!.text))
  const newer = compileEach(
    withPrivate.map((i) => files[i]!),
    es2020,
    warm,
  )
  for (const [at, i] of withPrivate.entries()) forms[i]!.push(...variantOf('ES2020', newer[at]))
  return forms
}

interface Compiled {
  code: string
  map: string
}

function variantOf(name: string, made: Compiled | undefined): SourceVariant[] {
  if (made === undefined) return []
  return [mappedVariant(name, made.code.replace(NUMBERED, 'generated'), readMappings(made.map))]
}

/** What is missing in a broken text gets a name with a number that counts everything this thread compiled before. */
const NUMBERED = /generated@\d+/g

/**
 * Modules are compiled together: a program and a checker for each file take a third of the time. What is no module
 * would share its names with all others in a program, so it is compiled alone; so is every file when one of them is
 * more than the compiler can take.
 */
function compileEach(
  files: readonly NamedText[],
  options: CompilerOptions,
  warm: WarmCode,
): (Compiled | undefined)[] {
  const together = compileTogether(files, options, warm)
  return files.map((file, i) => together.get(nameOf(file, i)) ?? compileAlone(file, options, warm))
}

function nameOf({ path }: NamedText, place: number): string {
  return `${place}/${path.replace(/.*\//, '')}`
}

/** @returns undefined when the compiler gave up: it is written for programs, not for whatever a file holds */
function compileAlone(
  file: NamedText,
  compilerOptions: CompilerOptions,
  warm: WarmCode,
): Compiled | undefined {
  try {
    const { outputText, sourceMapText } = ts.transpileModule(file.text, {
      fileName: nameOf(file, 0),
      compilerOptions,
      transformers: { after: [warm.hold] },
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    })
    return sourceMapText === undefined ? undefined : { code: outputText, map: sourceMapText }
  } catch {
    return undefined
  }
}

/** The modules among the files as `ts.transpileModule` compiles each; none when the compiler gave up. */
function compileTogether(
  files: readonly NamedText[],
  asked: CompilerOptions,
  warm: WarmCode,
): Map<string, Compiled> {
  const options: CompilerOptions = {
    ...asked,
    isolatedModules: true,
    noResolve: true,
    noLib: true,
    types: [],
    declaration: false,
    suppressOutputPathCheck: true,
    allowNonTsExtensions: true,
  }
  const modules = new Map<string, Parsed>()
  const codes = new Map<string, string>()
  const maps = new Map<string, string>()
  const host: CompilerHost = {
    getSourceFile: (name) => modules.get(name),
    writeFile: (name, text, _mark, _onError, [source] = []) =>
      (name.endsWith('.map') ? maps : codes).set(source!.fileName, text),
    getDefaultLibFileName: () => 'lib.d.ts',
    useCaseSensitiveFileNames: () => true,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '',
    getNewLine: () => '\n',
    fileExists: (name) => modules.has(name),
    readFile: () => '',
    directoryExists: () => true,
    getDirectories: () => [],
  }
  try {
    for (const [i, file] of files.entries()) {
      const name = nameOf(file, i)
      const parsed = ts.createSourceFile(name, file.text, {
        languageVersion: options.target!,
        impliedNodeFormat: formatOf(name),
        jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
      })
      if (ts.isExternalModule(parsed)) modules.set(name, parsed)
    }
    if (modules.size > 1) {
      const program = ts.createProgram([...modules.keys()], options, host)
      program.emit(undefined, undefined, undefined, undefined, { after: [warm.hold] })
    }
  } catch {
    return new Map()
  }
  return new Map([...codes].map(([name, code]) => [name, { code, map: maps.get(name)! }]))
}

/** Said by the file's name, or by nothing. */
function formatOf(name: string): ResolutionMode {
  if (/\.m[jt]s$/.test(name)) return ts.ModuleKind.ESNext
  return /\.c[jt]s$/.test(name) ? ts.ModuleKind.CommonJS : undefined
}
