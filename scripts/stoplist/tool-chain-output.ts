import { transformSync, type TransformOptions } from 'esbuild'
import ts from 'typescript'
import type { PackageFile } from '../evaluate/fetch-package.ts'

/** Uses every construct for which a compiler brings a helper of its own; its own text says nothing. */
const everyConstruct = `
import first, * as all from './a'; import { part } from './b'; export * from './c'; export * as named from './d'
function mark(target: any, key?: any, descriptor?: any): any { return descriptor }
function markParameter(target: any, key: any, index: number) {}
@mark class Base { @mark accessor level = 1; @mark field = 2; #own = 3; static #shared = 4; static { Base.#shared++ }
  @mark get view() { return this.#own } set view(v) { this.#own ||= v; this.#own **= 2; this.#own ??= 1 }
  #inner() { return #own in this } @mark run(@markParameter value: string) { return this.#inner() } }
class Derived<T> extends Base { constructor(private readonly kept: T, ...rest: any[]) { super(); void rest }
  async *stream(o: any) { for await (const { a, ...others } of o) { yield* others; yield await a } }
  async work() { const { x, y = 2, ...more } = (await this.kept) as any; try { return { ...more, [x]: y, ...all } } catch { return x?.y?.[0] ?? first } }
  override run(v: string) { super.run(v); return v as any } static make = () => new Derived(1) }
function* pairs() { const [p, ...q] = yield 1; for (const [k, v] of new Map([[p, q]])) console.log(k, v, ...q) }
const tagged = (s: TemplateStringsArray, ...v: any[]) => tagged\`a\${v}b\`; const big = 10n ** 3n
const lazy = () => import('./e'); export enum Level { low, high = 'h' } export namespace Space { export const q = Level.low }
export default class extends Derived<number> {} export const element = Object.assign({}, part, { async *[Symbol.asyncIterator]() { yield* pairs() } })
`
const withUsing = `${everyConstruct}\nasync function close() { using a = open(); await using b = open(); return [a, b] }\ndeclare function open(): any`
const withoutDecorators = everyConstruct.replace(/@mark(Parameter)?\b/g, '').replace('accessor ', '')

/** Everything that compilers and bundlers emit on their own, for every target and module format. */
export function toolChainOutput(): PackageFile[] {
  const files: PackageFile[] = []
  const add = (text: string | undefined) => {
    if (text !== undefined) files.push({ path: `output-${files.length}.js`, bytes: Buffer.from(text) })
  }
  for (const source of [everyConstruct, withUsing, withoutDecorators]) {
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
