import { transform, type TransformOptions } from 'esbuild'
import type { SourceVariant } from '../../core/match/source-file.ts'
import { mappedVariant, readMappings, type Mappings } from './mapped-text.ts'
import type { Loader } from './rewritable.ts'

const common: TransformOptions = {
  target: 'esnext',
  jsx: 'automatic',
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'silent',
  legalComments: 'none',
  charset: 'utf8',
  // Decorators stay as they are written: lowering them is all helper.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true } },
}

/** Where decorators must be lowered, the older way adds least. */
const older: TransformOptions = {
  ...common,
  target: 'es2017',
  minifySyntax: true,
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
}

const forms: readonly { name: string; options: TransformOptions }[] = [
  { name: 'types stripped', options: common },
  { name: 'syntax minified', options: { ...common, minifySyntax: true } },
  { name: 'older syntax, minified', options: older },
]

/**
 * The forms that esbuild gives a text; none where it is not the language that its name says.
 * @throws Error when esbuild itself ended
 */
export async function strippedForms(text: string, loader: Loader): Promise<SourceVariant[]> {
  const made = await Promise.all(
    forms.map(({ name, options }) => rewrite(name, text, { ...options, loader })),
  )
  return made.filter((variant) => variant !== undefined)
}

async function rewrite(
  name: string,
  text: string,
  options: TransformOptions,
): Promise<SourceVariant | undefined> {
  const made = (await attempt(text, options)) ?? (await attempt(text, { ...options, ...loweringDecorators }))
  if (made === undefined) return undefined
  const mappings = readMappings(made.map)
  return mappedVariant(name, withoutHelpers(made.code, mappings), mappings)
}

async function attempt(
  text: string,
  options: TransformOptions,
): Promise<{ code: string; map: string } | undefined> {
  try {
    return await transform(text, options)
  } catch (error) {
    // What is wrong with the text is listed; a service that ended lists nothing.
    if (error instanceof Error && 'errors' in error) return undefined
    throw error
  }
}

/** A decorated parameter is no JavaScript: esbuild refuses to leave it as it is written. */
const loweringDecorators: TransformOptions = {
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
}

/**
 * esbuild has no option to leave its helpers out. They stand before everything else, and nothing of the source is
 * mapped to them; their lines are emptied, so that the others keep their numbers.
 */
function withoutHelpers(code: string, mappings: Mappings): string {
  const first = mappings.findIndex((line) => line.length > 0)
  if (first <= 0) return code
  let at = 0
  for (let line = 0; line < first; line++) at = code.indexOf('\n', at) + 1
  return '\n'.repeat(first) + code.slice(at)
}
