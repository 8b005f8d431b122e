import { transformSync, type TransformOptions } from 'esbuild'
import { format } from 'prettier'
import ts from 'typescript'
import { renameEverything, renameLocals } from './rename.ts'

/** A way to make a copy look different. Throws when the text does not lend itself to it. */
export type Disguise = (text: string, random: () => number) => string | Promise<string>

const esbuild = (text: string, options: TransformOptions) =>
  transformSync(text, { loader: 'ts', target: 'es2020', logLevel: 'silent', ...options }).code

const compile = (text: string, options: ts.CompilerOptions) =>
  ts.transpileModule(text, { fileName: 'a.ts', compilerOptions: { ...options, ignoreDeprecations: '6.0' } })
    .outputText

const withoutComments = (text: string) =>
  ts
    .createPrinter({ removeComments: true })
    .printFile(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true))

const prettier = (text: string, parser: string) =>
  format(text, {
    parser,
    useTabs: true,
    semi: false,
    printWidth: 132,
    bracketSpacing: false,
    arrowParens: 'avoid',
  })

const modules = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext }

export const disguises: Record<string, Disguise> = {
  exact: (text) => text,
  'line endings': (text) => text.replace(/\r?\n/g, '\r\n'),
  whitespace: (text) =>
    `\ufeff${text.replace(/^( {2})+/gm, (blank) => '\t'.repeat(blank.length / 2)).trimEnd()}`,
  formatting: (text) => prettier(text, 'typescript'),
  comments: withoutComments,
  'half file': (text) =>
    text
      .split('\n')
      .slice(0, text.split('\n').length >> 1)
      .join('\n'),
  'locals renamed': renameLocals,
  'everything renamed': renameEverything,
  'JavaScript, tsc': (text) => compile(text, modules),
  'JavaScript, esbuild': (text) => esbuild(text, {}),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- an old form that bundles still hold
  'JavaScript, ES5': (text) => compile(text, { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS }),
  'minified, esbuild': (text) => esbuild(text, { minify: true }),
  '30 % of lines edited': (text, random) => editLines(text, 0.3, random),
  'renamed, compiled, formatted': async (text, random) =>
    prettier(compile(renameLocals(text, random), modules), 'babel'),
}

const insertions = [
  'logger.debug("reached", 17);',
  'const span = tracer.begin(scope);',
  'if (options.legacy) { return undefined; }',
  '// to be looked at again',
  'counters.add("calls", 1);',
]

/** A third of the edits removes the line, a third adds one after it, a third changes a name and a number in it. */
function editLines(text: string, share: number, random: () => number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (!/\w/.test(line) || random() >= share) return [line]
      const kind = Math.floor(random() * 3)
      if (kind === 0) return []
      if (kind === 1) return [line, insertions[Math.floor(random() * insertions.length)]!]
      return [line.replace(/[A-Za-z_]{4,}/, '$&X').replace(/\b\d+\b/, (digits) => String(Number(digits) + 1))]
    })
    .join('\n')
}
