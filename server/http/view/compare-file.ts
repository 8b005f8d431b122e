import { explainStrength, type StrengthCondition } from '../../core/match/explain-strength.ts'
import { formatPermalink } from '../../core/repository/permalink.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { Comparison } from '../../render/pages/comparison.ts'
import { portion, sideBySide } from '../../render/pages/compare/side-by-side.ts'
import { readComparedTexts } from '../../tasks/read-compared-texts.ts'
import type { MatchDetail } from '../../tasks/show-match.ts'
import { outsideLink } from './links.ts'
import { strengthBadge } from './badges.ts'
import type { MatchFile } from './match-files.ts'

/** One found file beside its original, where both texts are kept; otherwise what is known of it, and why not more. */
export async function compareFile(
  app: Parameters<typeof readComparedTexts>[0],
  slug: string,
  match: MatchDetail,
  file: MatchFile,
  { skip, hrefFrom }: { skip: number; hrefFrom: (skip: number) => string },
): Promise<Comparison> {
  const texts = await readComparedTexts(app, slug, match.repository, file)
  if (!texts.kept) return describe(match, file, texts.reason)
  const { blocks, before, after } = sideBySide(
    { path: file.original, text: texts.original },
    { path: file.path, text: texts.found },
    file.ranges,
    skip,
  )
  return {
    ...describe(match, file, null),
    sides: {
      blocks: blocks.map((block) => ({ ...block, permalink: permalinkTo(match, file, block.found) })),
      before,
      after,
      earlier: before > 0 ? hrefFrom(Math.max(0, skip - portion)) : null,
      later: after > 0 ? hrefFrom(skip + portion) : null,
    },
  }
}

/** The same for somebody whose roles do not let them read originals. */
export function withoutTexts(match: MatchDetail, file: MatchFile): Comparison {
  return describe(
    match,
    file,
    'Your roles do not let you read originals; an admin can give you one that does.',
  )
}

function describe(match: MatchDetail, file: MatchFile, why: string | null): Comparison {
  const company = match.files.filter(
    ({ path, original, strength }) =>
      strength === 'strong' && path === file.path && original !== file.original,
  ).length
  const conditions = explainStrength({ ...file, company: company + (file.strength === 'strong' ? 1 : 0) })
  return {
    ...file,
    strength: strengthBadge(file.strength),
    permalink: outsideLink(file.permalink),
    conditionsSay: sayConditions(file, conditions),
    conditions: conditions.map(({ wanted, found, holds }) => ({
      wanted,
      found,
      answer: holds === null ? 'not kept' : holds ? 'yes' : 'no',
      tone: holds === true ? 'red' : 'plain',
    })),
    ranges: file.ranges.map((range) => ({
      ...range,
      permalink: permalinkTo(match, file, range.candidate),
    })),
    sides: null,
    why,
  }
}

function sayConditions({ strength }: MatchFile, conditions: readonly StrengthCondition[]): string {
  if (strength === 'strong') return 'One of these is enough to be strong'
  if (conditions.every(({ holds }) => holds !== true))
    return 'One of these is enough to be strong; none holds'
  return 'One of these would be enough, but for the last'
}

/** The lines at the commit that was compared, whatever is pushed later. */
function permalinkTo(match: MatchDetail, file: MatchFile, lines: [number, number]): string | null {
  const name = readRepositoryName(match.repository)
  if (name === undefined) return null
  // An Enterprise Server has a host of its own, which the file's permalink names.
  const { origin } = new URL(file.permalink)
  return outsideLink(
    formatPermalink(name, file.commit, file.path, lines).replace('https://github.com', origin),
  )
}
