import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PackageFile } from '../evaluate/fetch-package.ts'
import { fetchTool } from '../evaluate/fetch-tool.ts'
import { everyConstruct, plainConstruct, withoutDecorators } from './every-construct.ts'

/** What the tools are given: what of it stands in their output is not theirs. */
export function fetchedToolInput(): PackageFile[] {
  return Object.entries(modules).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
}

/** What Babel, SWC, Rollup and webpack emit on their own, and all of it as Terser packs it. */
export async function fetchedToolOutput(folder: string): Promise<PackageFile[]> {
  const texts = [
    ...(await babelOutput(folder)),
    ...(await swcOutput(folder)),
    ...(await rollupOutput(folder)),
    ...(await webpackOutput(folder)),
  ]
  const packed = await terserOutput(folder, texts)
  return [...texts, ...packed].map((text, i) => ({ path: `fetched-${i}.js`, bytes: Buffer.from(text) }))
}

interface Babel {
  transform: (text: string, options: object) => { code?: string | null }
}

async function babelOutput(folder: string): Promise<string[]> {
  const babel = (await fetchTool('@babel/standalone@7.26.2', folder)) as Babel
  const texts: string[] = []
  for (const source of [everyConstruct, withoutDecorators, plainConstruct].map(withoutLazy))
    for (const targets of [{ ie: '11' }, { chrome: '60' }, { chrome: '90' }])
      for (const modules of ['commonjs', 'amd', 'umd', 'systemjs', false])
        for (const version of ['2023-11', 'legacy'])
          for (const loose of [true, false]) {
            const text = attempt(() => {
              const presets = [
                ['env', { targets, modules, loose, ignoreBrowserslistConfig: true }],
                ['typescript', { onlyRemoveTypeImports: true }],
              ]
              const plugins = [['proposal-decorators', { version }], 'proposal-async-generator-functions']
              return babel.transform(source, { filename: 'a.ts', presets, plugins }).code
            })
            if (typeof text === 'string') texts.push(text)
          }
  return texts
}

interface Swc {
  transformSync: (text: string, options: object) => { code: string }
}

async function swcOutput(folder: string): Promise<string[]> {
  const swc = (await fetchTool('@swc/wasm@1.9.2', folder)) as Swc
  const texts: string[] = []
  for (const source of [everyConstruct, withoutDecorators, plainConstruct].map(named))
    for (const target of ['es5', 'es2015', 'es2017', 'es2020', 'es2022'])
      for (const type of ['commonjs', 'amd', 'umd', 'systemjs', 'es6'])
        for (const legacyDecorator of [true, false]) {
          const text = attempt(() => {
            const transform = {
              legacyDecorator,
              decoratorMetadata: legacyDecorator,
              decoratorVersion: '2022-03',
            }
            const parser = { syntax: 'typescript', decorators: true }
            return swc.transformSync(source, { jsc: { parser, target, transform }, module: { type } }).code
          })
          if (text !== undefined) texts.push(text)
        }
  return texts
}

/** Babel knows no way to load a module later in UMD, and says so each time. */
function withoutLazy(source: string): string {
  return source.replace(/const lazy = [^;]*; /, '')
}

/** SWC has no UMD name for a default export without one. */
function named(source: string): string {
  return source.replace('export default class extends', 'export default class Last extends')
}

interface Rollup {
  rollup: (options: object) => Promise<{
    generate: (options: object) => Promise<{ output: { type: string; code?: string }[] }>
  }>
}

/** Modules that use each other in every way that a bundler has something of its own for. */
const modules: Readonly<Record<string, string>> = {
  'entry.js': `import outside, * as whole from 'outside'; import { one } from './one.js'; import * as two from './two.js'
import inside from './common.js'
export { outside, whole, one, two, inside }; export default function () { return import('./late.js') }
export const more = () => import('outside-late'); export const place = new URL('./one.js', import.meta.url).href`,
  'one.js': `import { value } from './two.js'; export const one = () => value; export * from 'outside-again'`,
  'two.js': `export let value = 1; export function raise() { value++ } export default class {}`,
  'late.js': `import { one } from './one.js'; import * as two from './two.js'; export const late = [one, two]; export default await one()`,
  'common.js': `const path = require('outside-path'); exports.inside = path; module.exports.again = () => require('./other.js')`,
  'other.js': `module.exports = { other: typeof require, name: __filename }`,
}

async function rollupOutput(folder: string): Promise<string[]> {
  const { rollup } = (await fetchTool('@rollup/wasm-node@4.27.2', folder)) as Rollup
  const plugin = {
    name: 'memory',
    resolveId: (path: string) => {
      const name = path.replace('./', '')
      return name in modules ? name : { id: path, external: true }
    },
    load: (path: string) =>
      path === 'common.js' ? 'export default 1' : modules[path]?.replace('default await', 'default'),
  }
  const texts: string[] = []
  for (const format of ['es', 'cjs', 'amd', 'umd', 'iife', 'system'])
    for (const interop of ['auto', 'compat', 'esModule', 'default', 'defaultOnly'])
      for (const preset of ['es5', 'es2015'])
        for (const inlineDynamicImports of [true, false]) {
          const output = await attemptAsync(async () => {
            const bundle = await rollup({ input: 'entry.js', plugins: [plugin], onwarn: () => undefined })
            const exports = 'named'
            const shape = { format, interop, exports, name: 'bundle', inlineDynamicImports, esModule: true }
            return (await bundle.generate({ ...shape, generatedCode: preset, freeze: true })).output
          })
          for (const { code } of output ?? []) if (code !== undefined) texts.push(code)
        }
  return texts
}

type Webpack = ((
  options: object,
  done: (error: Error | null, stats: { compilation: { errors: readonly Error[] } } | undefined) => void,
) => void) & {
  HotModuleReplacementPlugin: new () => object
  container: { ModuleFederationPlugin: new (options: object) => object }
}

async function webpackOutput(folder: string): Promise<string[]> {
  const webpack = (await fetchTool('webpack@5.96.1', folder)) as Webpack
  const build = promisify((options: object, done: (error: Error | null, stats: unknown) => void) =>
    webpack(options, done),
  )
  const place = await mkdtemp(join(tmpdir(), 'clawback-webpack-'))
  const texts: string[] = []
  try {
    for (const [name, text] of Object.entries(modules)) await writeFile(join(place, name), text)
    for (const target of ['web', 'node', 'webworker', ['web', 'es5']])
      for (const type of ['var', 'umd', 'commonjs2', 'amd', 'module', 'system'])
        for (const plugins of [[], hot(webpack), federated(webpack)]) {
          const path = join(place, `out-${texts.length}`)
          const externals = [/^outside/]
          await attemptAsync(() =>
            build({
              context: place,
              entry: { entry: './entry.js', second: './late.js' },
              mode: 'production',
              target,
              externals,
              externalsType: type === 'module' ? 'module' : type === 'var' ? 'var' : type,
              plugins,
              experiments: { outputModule: type === 'module', topLevelAwait: true },
              optimization: {
                minimize: false,
                concatenateModules: false,
                runtimeChunk: 'multiple',
                splitChunks: { chunks: 'all', minSize: 0 },
              },
              output: {
                path,
                library: type === 'module' ? { type } : { name: 'bundle', type },
                crossOriginLoading: 'anonymous',
                trustedTypes: true,
              },
            }),
          )
          for (const file of await readdir(path).catch(() => []))
            if (/\.m?js$/.test(file)) texts.push(await readFile(join(path, file), 'utf8'))
        }
  } finally {
    await rm(place, { recursive: true })
  }
  return texts
}

function hot(webpack: Webpack): object[] {
  return [new webpack.HotModuleReplacementPlugin()]
}

function federated(webpack: Webpack): object[] {
  return [
    new webpack.container.ModuleFederationPlugin({
      name: 'bundle',
      filename: 'remote.js',
      exposes: { './one': './one.js' },
      remotes: { elsewhere: 'elsewhere@elsewhere.js' },
      shared: { './two.js': { singleton: true, requiredVersion: false } },
    }),
  ]
}

interface Terser {
  minify: (text: string, options: object) => Promise<{ code?: string }>
}

async function terserOutput(folder: string, texts: readonly string[]): Promise<string[]> {
  const terser = (await fetchTool('terser@5.36.0', folder)) as Terser
  const packed: string[] = []
  for (const text of texts) {
    const code = await attemptAsync(() => terser.minify(text, { compress: true, mangle: true }))
    if (code?.code !== undefined) packed.push(code.code)
  }
  return packed
}

/** Not every construct can be lowered to every target. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

async function attemptAsync<T>(make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch {
    return undefined
  }
}
