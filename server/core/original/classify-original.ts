import { attributionRules } from './attribution-rules.ts'
import { collectionRules } from './collection-rules.ts'
import { generatedRules } from './generated-rules.ts'
import { shapeRules } from './generator-shapes.ts'
import { pathRules } from './path-rules.ts'
import { splitComments } from './split-comments.ts'
import { substanceRules } from './substance-rules.ts'
import type { Classification, InspectedFile, OriginalContext, OriginalFile, OriginalRule } from './types.ts'
import { isBinary } from '../fingerprint/is-binary.ts'

/** What the text is asked once the path has not settled it, in this order; the first rule that applies gives the reason. */
const textRules: readonly OriginalRule[] = [
  ...attributionRules,
  ...collectionRules,
  ...generatedRules,
  ...shapeRules,
  ...substanceRules,
]

export const originalRules: readonly OriginalRule[] = [...pathRules, ...textRules]

/** Headers and shapes show at the top; more of a file would only cost time. */
const inspected = 1024 * 1024

/**
 * Whether the owner may claim a file of a work. When in doubt it is excluded: a claim over somebody else's text is
 * a false statement under oath (17 U.S.C. 512(f)); an excluded file only finds less.
 */
export function classifyOriginal(file: OriginalFile, context: OriginalContext): Classification {
  const baseline = context.baseline?.(file) ?? null
  if (baseline !== null) return { claimed: false, excludedBecause: 'baseline', detail: baseline }
  if (file.generatedFrom !== undefined) {
    return {
      claimed: false,
      excludedBecause: 'generated',
      detail: generatedFrom(file.path, file.generatedFrom),
    }
  }
  if (file.ignoreListed) {
    return {
      claimed: false,
      excludedBecause: 'third-party',
      detail: 'its source map lists it as other people’s code',
    }
  }
  const view = inspectFile(file)
  return (
    firstReason(pathRules, view, context) ??
    (isBinary(file.bytes) ? binary : firstReason(textRules, view, context)) ?? { claimed: true }
  )
}

const binary: Classification = {
  claimed: false,
  excludedBecause: 'boilerplate',
  detail: 'binary: nothing in it says whose it is, and only text is compared',
}

function firstReason(
  rules: readonly OriginalRule[],
  view: InspectedFile,
  context: OriginalContext,
): Classification | undefined {
  for (const { excludedBecause, judge } of rules) {
    const detail = judge(view, context)
    if (detail !== null) return { claimed: false, excludedBecause, detail }
  }
  return undefined
}

export function inspectFile({ path, bytes }: OriginalFile): InspectedFile {
  const text = new TextDecoder().decode(bytes.subarray(0, inspected)).replaceAll('\r\n', '\n')
  return { path, name: path.slice(path.lastIndexOf('/') + 1), text, ...splitComments(path, text) }
}

function generatedFrom(path: string, map: string): string {
  return path === map ? 'it carries sources, which are originals of their own' : `its sources are in ${map}`
}
