/** Uses every construct for which a compiler brings a helper of its own; its own text says nothing. */
export const everyConstruct = `
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
export const withUsing = `${everyConstruct}\nasync function close() { using a = open(); await using b = open(); return [a, b] }\ndeclare function open(): any`
export const withoutDecorators = everyConstruct.replace(/@mark(Parameter)?\b/g, '').replace('accessor ', '')
/** What every compiler reads: no decorators, no namespaces, no private name asked for with `in`. */
export const plainConstruct = withoutDecorators
  .replace(/export enum .*$/m, '')
  .replace('#inner() { return #own in this }', '#inner() { return this.#own }')
