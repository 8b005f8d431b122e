import type { Comparison } from '../../render/pages/comparison.ts'
import { sideBySide } from '../../render/pages/compare/side-by-side.ts'
import { readComparedTexts } from '../../tasks/read-compared-texts.ts'
import type { MatchDetail } from '../../tasks/show-match.ts'
import { outsideLink } from './links.ts'
import { strengthBadge } from './badges.ts'

/** One found file beside its original, where both texts are kept; otherwise what is known of it, and why not more. */
export async function compareFile(
  app: Parameters<typeof readComparedTexts>[0],
  slug: string,
  repository: string,
  file: MatchDetail['files'][number],
): Promise<Comparison> {
  const texts = await readComparedTexts(app, slug, repository, file)
  return {
    ...file,
    strength: strengthBadge(file.strength),
    permalink: outsideLink(file.permalink),
    sides: texts.kept
      ? sideBySide(
          { path: file.original, text: texts.original },
          { path: file.path, text: texts.found },
          file.ranges,
        )
      : null,
    why: texts.kept ? null : texts.reason,
  }
}

/** The same for somebody whose roles do not let them read originals. */
export function withoutTexts(file: MatchDetail['files'][number]): Comparison {
  return {
    ...file,
    strength: strengthBadge(file.strength),
    permalink: outsideLink(file.permalink),
    sides: null,
    why: 'Your roles do not let you read originals; an admin can give you one that does.',
  }
}
