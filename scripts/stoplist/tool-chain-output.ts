import { transformSync, type TransformOptions } from 'esbuild'
import ts from 'typescript'
import type { PackageFile } from '../evaluate/fetch-package.ts'
import { everyConstruct, withoutDecorators, withUsing } from './every-construct.ts'

/** What the tools are given: what of it stands in their output is not theirs. */
export function toolChainInput(): PackageFile[] {
  return [{ path: 'input.ts', bytes: Buffer.from(withUsing) }]
}

/** Everything that TypeScript and esbuild emit on their own, for every target and module format. */
export function toolChainOutput(sources = [everyConstruct, withUsing, withoutDecorators]): PackageFile[] {
  const files: PackageFile[] = []
  const add = (text: string | undefined) => {
    if (text !== undefined) files.push({ path: `output-${files.length}.js`, bytes: Buffer.from(text) })
  }
  for (const source of sources) {
    for (const experimentalDecorators of [true, false]) {
      for (const options of esbuildOptions()) {
        const tsconfigRaw = { compilerOptions: { experimentalDecorators } }
        add(attempt(() => transformSync(source, { ...options, tsconfigRaw }).code))
      }
      for (const options of compilerOptions()) {
        const compilerOptions = {
          ...options,
          experimentalDecorators,
          emitDecoratorMetadata: experimentalDecorators,
        }
        add(attempt(() => ts.transpileModule(source, { fileName: 'a.ts', compilerOptions }).outputText))
      }
    }
  }
  return files
}

function* esbuildOptions(): Generator<TransformOptions> {
  for (const target of ['es2015', 'es2017', 'es2020', 'es2022', 'esnext'])
    for (const format of ['cjs', 'esm', 'iife'] as const)
      for (const minify of [false, true]) yield { loader: 'ts', target, format, minify, logLevel: 'silent' }
}

/* eslint-disable @typescript-eslint/no-deprecated -- old targets are what old bundles hold */
function* compilerOptions(): Generator<ts.CompilerOptions> {
  const { ES5, ES2015, ES2017, ES2020, ES2022, ESNext } = ts.ScriptTarget
  const { CommonJS, AMD, UMD, System } = ts.ModuleKind
  for (const target of [ES5, ES2015, ES2017, ES2020, ES2022, ESNext])
    for (const module of [CommonJS, AMD, UMD, System, ts.ModuleKind.ESNext])
      for (const downlevelIteration of [true, false])
        yield { target, module, downlevelIteration, esModuleInterop: true, ignoreDeprecations: '6.0' }
}

/* eslint-enable @typescript-eslint/no-deprecated */

/** Not every construct can be lowered to every target. */
function attempt(make: () => string): string | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
