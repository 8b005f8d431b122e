/** An evaluation that falls below any of these fails. Recall is at strength strong, in per cent of originals. */
export interface Floors {
  recall: Readonly<Record<string, number>>
  /** The same, strong or weak. */
  named: Readonly<Record<string, number>>
  /** Candidates of these classes that are called strong, in per cent, whichever of their originals are named. */
  flagged: Readonly<Record<string, number>>
  /** Mean overlap of line ranges on pasted functions, intersection over union. */
  overlap: number
}

/** Unrelated files that may be called strong copies; originals of other works that may be named. */
export const mistakesAllowed = 0

/** Set just below what was measured, to guard it: not goals chosen beforehand. */
const everyLanguage = {
  exact: 100,
  'line endings': 100,
  whitespace: 100,
  formatting: 100,
  comments: 100,
}

const ecmascript: Floors = {
  recall: {
    ...everyLanguage,
    formatting: 99,
    'half file': 95,
    'locals renamed': 98,
    'everything renamed': 96,
    'JavaScript, tsc': 98,
    'JavaScript, esbuild': 98,
    'JavaScript, ES5': 98,
    'minified, esbuild': 96,
    'minified, terser': 92,
    '30 % of lines edited': 96,
    'renamed, compiled, formatted': 96,
    concatenation: 97,
    bundle: 88,
    'bundle, minified': 88,
    'version, at least 70 % in common': 96,
    'version, 30–70 % in common': 70,
    'snippet, 15–40 lines': 85,
    'small: exact': 98,
    'small: formatting': 98,
  },
  named: { 'snippet, 15–40 lines': 90 },
  flagged: { concatenation: 100, bundle: 100, 'bundle, minified': 100, 'bundle, ES2015, minified': 100 },
  overlap: 0.95,
}

const others: Floors = {
  recall: { ...everyLanguage, 'locals renamed': 95, 'renamed and formatted': 95 },
  named: {},
  flagged: { concatenation: 100 },
  overlap: 0.85,
}

export const floors = { ecmascript, python: others, go: others } as const
