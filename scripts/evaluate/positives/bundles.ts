import { build, type BuildOptions } from 'esbuild'
import type { PackageFile } from '../fetch-package.ts'
import { attempt } from './copies.ts'
import type { Positive } from './positive.ts'

/** What remains of a file is too little to speak of below this. */
const LEAST_BYTES = 400
/** Ways to bundle, by the class they are counted in. */
export const bundleKinds: Readonly<Record<string, BuildOptions>> = {
  bundle: { format: 'esm', target: 'es2022' },
  'bundle, minified': { format: 'esm', target: 'es2022', minify: true },
  'bundle, ES2015, minified': { format: 'iife', target: 'es2015', minify: true },
}

/** Bundles of a whole package in every kind; what is imported from elsewhere stays outside. */
export async function* bundles(entry: string, originals: readonly PackageFile[]): AsyncGenerator<Positive> {
  for (const [name, options] of Object.entries(bundleKinds)) {
    // What a bundler cannot write in old syntax is not found there either.
    const made = await attempt(() => bundle(entry, originals, options))
    if (made === undefined) {
      if (options.target === 'es2015') continue
      throw new Error(`${entry} cannot be bundled`)
    }
    yield {
      class: name,
      path: 'bundle.js',
      bytes: Buffer.from(made.text),
      truth: made.inputs.filter(({ bytes }) => bytes >= LEAST_BYTES).map(({ path }) => path),
    }
  }
}

/** Bundles files in memory. @returns how much of each file is in it */
export async function bundle(
  entry: string,
  from: readonly PackageFile[],
  options: BuildOptions,
): Promise<{ text: string; inputs: { path: string; bytes: number }[] }> {
  const files = new Map(from.map(({ path, bytes }) => [path, bytes.toString('utf8')]))
  const result = await build({
    entryPoints: [entry],
    ...options,
    bundle: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
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
            loader: /\.[cm]?ts$/.test(path) ? 'ts' : 'tsx',
          }))
        },
      },
    ],
  })
  const [output] = Object.values(result.metafile.outputs)
  return {
    text: result.outputFiles[0]!.text,
    inputs: Object.entries(output!.inputs).map(([path, { bytesInOutput }]) => ({
      path: path.replace(/^work:/, ''),
      bytes: bytesInOutput,
    })),
  }
}

function resolveIn(files: ReadonlyMap<string, string>, importer: string, path: string): string | undefined {
  const joined = decodeURIComponent(new URL(path, `file:///${importer}`).pathname.slice(1))
  const bare = joined.replace(/\.[cm]?js$/, '')
  return [
    joined,
    ...['.ts', '.tsx', '.js', '/index.ts', '/index.tsx', '/index.js'].map((end) => bare + end),
  ].find((one) => files.has(one))
}
