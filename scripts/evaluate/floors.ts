/**
 * An evaluation that falls below any of these fails. Recall at strength strong, in per cent of the originals that
 * lie in the candidates of a class. Set just below what was measured, to guard it: not goals chosen beforehand.
 */
export const recallFloors: Readonly<Record<string, number>> = {
  exact: 100,
  'line endings': 100,
  whitespace: 100,
  formatting: 100,
  comments: 100,
  'half file': 95,
  'locals renamed': 98,
  'everything renamed': 95,
  'JavaScript, tsc': 98,
  'JavaScript, esbuild': 98,
  'JavaScript, ES5': 96,
  'minified, esbuild': 95,
  '30 % of lines edited': 95,
  'renamed, compiled, formatted': 94,
  concatenation: 97,
  bundle: 80,
  'bundle, minified': 80,
  'version, at least 70 % in common': 98,
  'version, 30–70 % in common': 60,
  'snippet, 15–40 lines': 80,
  'small: exact': 100,
  'small: formatting': 100,
}

/** Mean overlap of line ranges on pasted functions, intersection over union. */
export const overlapFloor = 0.9
/** Unrelated files that may be called strong copies; originals of other works that may be named. */
export const falsePositives = 0
