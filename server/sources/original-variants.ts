import type { SourceVariant } from '../core/match/source-file.ts'
import { compiledForms } from './variants/compiled-forms.ts'
import { loaderOf } from './variants/rewritable.ts'
import { strippedForms } from './variants/stripped-forms.ts'
import { WarmCode } from './variants/warm-code.ts'

interface NamedBytes {
  path: string
  bytes: Uint8Array
}

/**
 * What compilers and minifiers make of originals, for each in their order. A candidate is never transformed: whoever
 * copies chooses the tool, so the work is read in the forms that the common ones give, once, when it is added.
 *
 * Helpers that a tool puts into every output (`__decorate`, `__spreadArray`) are left out: they are the tool's.
 * @param warm the same for all batches of a thread: they take a quarter less time then
 * @throws Error when a tool itself ended
 */
export async function originalVariants(
  files: readonly NamedBytes[],
  warm = new WarmCode(),
): Promise<SourceVariant[][]> {
  const stripped = strippedVariants(files)
  const rewritable = [...files.keys()].filter((i) => loaderOf(files[i]!) !== undefined)
  const compiled = compiledForms(
    rewritable.map((i) => ({ path: files[i]!.path, text: textOf(files[i]!.bytes) })),
    warm,
  )
  const variants = await stripped
  for (const [at, i] of rewritable.entries()) variants[i]!.push(...compiled[at]!)
  return variants
}

/** Those of them that need no compiler in this process. */
export async function strippedVariants(files: readonly NamedBytes[]): Promise<SourceVariant[][]> {
  return await Promise.all(
    files.map(async (file) => {
      const loader = loaderOf(file)
      return loader === undefined ? [] : await strippedForms(textOf(file.bytes), loader)
    }),
  )
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
