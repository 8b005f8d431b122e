import type { FileMatch, MatchClass, Strength } from './types.ts'

/** A file of a candidate repository and what comparing it showed. */
export interface JudgedFile {
  path: string
  bytes: number
  match: FileMatch
}

export interface RepositoryJudgement {
  class: MatchClass
  strength: Strength
  /** Distinct originals of which the repository holds a strong copy. */
  originalsFound: number
  /** Share of the work's claimed originals found, 0 to 1. */
  ofWork: number
  /** Share of the repository's own substance that is copied, 0 to 1, by bytes. */
  ofRepository: number
  /** GitHub's form asks: is the entire repository infringing, or specific files? */
  entireRepository: boolean
  reason: string
}

/** One file speaks for itself from here on; fewer bits need a second file. */
const ALONE_BITS = 160
/**
 * Identical files tell by themselves that one was copied, but not from whom: a short one may come from a template that
 * both took it from. One or two that show less than this leave that open.
 */
const NO_TEMPLATE_BITS = 40
/** A copy that others added little to. GitHub's form wants specific files when the rest is somebody's own. */
const ENTIRE = 0.9

/**
 * Judges a repository by its files. Files that any project has (licence, read-me, lock files, settings) count on
 * neither side: they do not save a copy from being entire, and a copied `.gitignore` accuses nobody.
 *
 * true: all 40 originals, plus a README and package-lock.json of its own → strong, entire.
 * true: 2 originals among 300 files of another project → strong, specific files.
 * false: one original at 70 bits → weak; a person looks.
 * false: one identical file of eight lines, 25 bits, and nothing else → weak: both may have it from a template.
 * false: 12 weak files and nothing strong → weak: many doubts make no certainty.
 */
export function judgeRepository(input: {
  files: readonly JudgedFile[]
  work: { claimedOriginals: number; claimedBytes: number }
}): RepositoryJudgement {
  const own = input.files.filter((file) => !isCommonplace(file.path))
  const strong = own.filter(({ match }) => match.strength === 'strong')
  const weak = own.filter(({ match }) => match.strength === 'weak')
  const found = new Set(
    strong.flatMap(({ match }) => match.originals.filter((o) => o.strength === 'strong').map((o) => o.path)),
  )
  const bytes = own.reduce((sum, file) => sum + file.bytes, 0)
  const copied = strong.reduce((sum, file) => sum + file.bytes * shareCopied(file.match), 0)
  const ofRepository = bytes === 0 ? 0 : Math.min(1, copied / bytes)
  const ofWork = input.work.claimedOriginals === 0 ? 0 : Math.min(1, found.size / input.work.claimedOriginals)
  const strength = repositoryStrength(strong, weak)
  const entireRepository = strength === 'strong' && ofRepository >= ENTIRE
  return {
    class: repositoryClass(strong.length > 0 ? strong : weak),
    strength,
    originalsFound: found.size,
    ofWork,
    ofRepository,
    entireRepository,
    reason: reasonOf(strength, strong.length, weak.length, found.size, ofRepository, entireRepository),
  }
}

function repositoryStrength(strong: readonly JudgedFile[], weak: readonly JudgedFile[]): Strength {
  const bits = bitsOfDistinct(strong)
  if (strong.length >= 2 && bits >= NO_TEMPLATE_BITS) return 'strong'
  const only = strong[0]?.match
  const isIdentical = only?.class === 'exact' || only?.class === 'normalized'
  if (bits >= (isIdentical ? NO_TEMPLATE_BITS : ALONE_BITS)) return 'strong'
  return strong.length + weak.length > 0 ? 'weak' : 'none'
}

/**
 * The same original found in ten files is found once: the most that any of them shows counts. A file that is identical
 * to several originals is one find, too: the work itself holds that file more than once.
 */
function bitsOfDistinct(strong: readonly JudgedFile[]): number {
  const most = new Map<string, number>()
  for (const { match } of strong) {
    const found = match.originals.filter(({ strength }) => strength === 'strong')
    const isWhole = match.class === 'exact' || match.class === 'normalized'
    for (const { path, bits } of isWhole ? found.slice(0, 1) : found)
      most.set(path, Math.max(most.get(path) ?? 0, bits))
  }
  return [...most.values()].reduce((sum, bits) => sum + bits, 0)
}

/** Originals in one file do not overlap: each token is counted for one of them. */
function shareCopied(match: FileMatch): number {
  if (match.class === 'exact' || match.class === 'normalized') return 1
  return Math.min(
    1,
    match.originals.reduce((sum, o) => sum + (o.strength === 'strong' ? o.ofCandidate : 0), 0),
  )
}

const order: readonly MatchClass[] = ['exact', 'normalized', 'modified', 'partial', 'port', 'none']

/**
 * The class of its best file, but for a copy in which some files were edited: that is `modified`, however many are
 * still exact. `exact` then says that nobody changed what was taken, which a reviewer weighs (fair use, authorship).
 */
function repositoryClass(files: readonly JudgedFile[]): MatchClass {
  const classes = [...new Set(files.map(({ match }) => match.class))]
  const [best = 'none'] = classes.sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const isEdited = classes.includes('modified') || classes.includes('partial')
  return isEdited && (best === 'exact' || best === 'normalized') ? 'modified' : best
}

const commonplaceNames = new Set(
  [
    'package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock',
    'composer.lock gemfile.lock poetry.lock pipfile.lock uv.lock cargo.lock go.sum go.mod',
    'tsconfig.json jsconfig.json .gitignore .gitattributes .gitmodules .npmignore .npmrc .nvmrc .editorconfig',
    '.dockerignore .prettierrc .prettierignore .eslintrc.json .eslintignore .env.example codeowners',
    'code_of_conduct.md contributing.md security.md changelog.md dockerfile makefile',
  ]
    .join(' ')
    .split(' '),
)
const commonplaceStems =
  /^(licen[cs]e|copying|notice|readme|authors|contributors|changelog|history)([.-].*)?$/i
const commonplaceFolders = /(^|\/)(node_modules|\.github|\.vscode|\.idea|\.husky|\.devcontainer)\//

/** Files that say nothing about whose project it is. */
export function isCommonplace(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    commonplaceNames.has(name.toLowerCase()) || commonplaceStems.test(name) || commonplaceFolders.test(path)
  )
}

function reasonOf(
  strength: Strength,
  strong: number,
  weak: number,
  found: number,
  ofRepository: number,
  entire: boolean,
): string {
  if (strength === 'none') return 'No file of the repository matches an original.'
  const share = `${Math.round(ofRepository * 100)} % of its substance`
  const files = `${strong} ${strong === 1 ? 'file' : 'files'} with strong evidence for ${found} ${found === 1 ? 'original' : 'originals'}`
  const doubts = weak > 0 ? `, ${weak} with weak evidence` : ''
  if (strength === 'weak') return `${files}${doubts}: not enough to claim, a person should look.`
  return `${files}${doubts}; ${share} is copied: ${entire ? 'the entire repository' : 'specific files'}.`
}
