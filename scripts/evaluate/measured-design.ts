/**
 * What the design that this comparer started from named of files under 40 lines, in per cent of originals at strength
 * strong, on a set of its own: everything but exact and formatted copies is to be better.
 */
export const measuredDesign: Readonly<Record<string, number>> = {
  'small: exact': 100,
  'small: line endings': 100,
  'small: whitespace': 98.6,
  'small: formatting': 100,
  'small: comments': 95.8,
  'small: locals renamed': 86.6,
  'small: everything renamed': 78.9,
  'small: JavaScript, tsc': 93.5,
  'small: JavaScript, esbuild': 91.9,
  'small: JavaScript, ES5': 100,
  'small: minified, esbuild': 60.3,
  'small: minified, terser': 61.3,
  'small: half file': 74.6,
  'small: 30 % of lines edited': 57.7,
  'small: renamed, compiled, formatted': 64.8,
  'small: all renamed, compiled, formatted': 28.2,
}
