import { transformSync, type TransformOptions } from 'esbuild'
import { format } from 'prettier'
import ts from 'typescript'
import { editLines, plainDisguises } from './edit-lines.ts'
import { renameEverything, renameLocals } from './rename.ts'

/** A way to make a copy look different. Throws when the text does not lend itself to it. */
export type Disguise = (text: string, random: () => number) => string | Promise<string>

/** Ways to disguise TypeScript (`a.ts`), or JavaScript and what may hold JSX (`a.tsx`). */
export function disguisesOf(fileName: 'a.ts' | 'a.tsx'): Record<string, Disguise> {
  const esbuild = (text: string, options: TransformOptions) =>
    transformSync(text, {
      loader: fileName === 'a.ts' ? 'ts' : 'tsx',
      jsx: 'automatic',
      target: 'es2020',
      logLevel: 'silent',
      ...options,
    }).code

  return {
    ...plainDisguises,
    whitespace: (text) =>
      `\ufeff${text.replace(/^( {2})+/gm, (blank) => '\t'.repeat(blank.length / 2)).trimEnd()}`,
    formatting: (text) => prettier(text, 'typescript'),
    comments: (text) =>
      ts
        .createPrinter({ removeComments: true })
        .printFile(ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true)),
    'locals renamed': (text, random) => renameLocals(text, random, fileName),
    'everything renamed': (text, random) => renameEverything(text, random, fileName),
    'JavaScript, tsc': (text) => compileToModules(text, fileName),
    'JavaScript, esbuild': (text) => esbuild(text, {}),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- an old form that bundles still hold
    'JavaScript, ES5': (text) => compile(text, fileName, ts.ScriptTarget.ES5, ts.ModuleKind.CommonJS),
    'minified, esbuild': (text) => esbuild(text, { minify: true }),
    '30 % of lines edited': (text, random) => editLines(text, 0.3, insertions, random),
    'renamed, compiled, formatted': async (text, random) =>
      prettier(compileToModules(renameLocals(text, random, fileName), fileName), 'babel'),
    'all renamed, compiled, formatted': async (text, random) =>
      prettier(compileToModules(renameEverything(text, random, fileName), fileName), 'babel'),
  }
}

export const disguises = disguisesOf('a.ts')

/** Without types, otherwise as it was. */
export function compileToModules(text: string, fileName: string): string {
  return compile(text, fileName, ts.ScriptTarget.ES2020, ts.ModuleKind.ESNext)
}

function compile(text: string, fileName: string, target: ts.ScriptTarget, module: ts.ModuleKind): string {
  const compilerOptions = { jsx: ts.JsxEmit.ReactJSX, target, module, ignoreDeprecations: '6.0' }
  return ts.transpileModule(text, { fileName, compilerOptions }).outputText
}

const prettier = (text: string, parser: string) =>
  format(text, {
    parser,
    useTabs: true,
    semi: false,
    printWidth: 132,
    bracketSpacing: false,
    arrowParens: 'avoid',
  })

const insertions = [
  'logger.debug("reached", 17);',
  'const span = tracer.begin(scope);',
  'if (options.legacy) { return undefined; }',
  '// to be looked at again',
  'counters.add("calls", 1);',
]
