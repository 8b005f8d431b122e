import type { EvaluationSet, Stranger } from '../evaluation-set.ts'

const NO_TESTS =
  '(?!.*(?:\\.(?:test|spec|bench|stories|d)\\.|(?:^|/)(?:tests?|__tests__|__mocks__|spec|e2e|fixtures|examples?|node_modules)/))'

/** Paths that begin with the pattern, without tests, examples and declarations. */
export function outsideTests(pattern: RegExp): RegExp {
  return new RegExp(`^${NO_TESTS}${pattern.source}`)
}

/** Of a large repository only these folders, separated by blanks: the rest is more of the same. */
export function within(spec: string, folders: string): Stranger {
  const beginnings = folders.split(/\s+/).filter(Boolean).map(escaped)
  return { spec, only: outsideTests(new RegExp(`(?:${beginnings.join('|')})`)) }
}

/** A line each: `OWNER/NAME`, the commit that is the work, other commits of its history. */
export function otherStates(lines: string): EvaluationSet['versions'][number][] {
  return lines
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean))
    .flatMap(([name, work, ...others]) =>
      others.map((commit) => ({ spec: `github:${name!}@${commit}`, of: `github:${name!}@${work!}` })),
    )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
