export type Loader = 'ts' | 'tsx' | 'js' | 'jsx'

/**
 * Larger files are bundles: already the output of a tool, and slow to parse. And a text of more than 1 MiB goes to
 * esbuild through a plain file in the temporary folder (`transform` in its lib/main.js): no original is to lie there.
 */
const LARGEST = 1024 * 1024

const loaders = new Map<string, Loader>([
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

/** What the file is to a compiler; undefined where none rewrites it. */
export function loaderOf({ path, bytes }: { path: string; bytes: Uint8Array }): Loader | undefined {
  return bytes.length === 0 || bytes.length > LARGEST ? undefined : loaders.get(extensionOf(path))
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
