import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Queryable } from '../../../db/database.ts'
import { formatShare } from '../../render/pages/format.ts'
import { sideBySide } from '../../render/pages/compare/side-by-side.ts'
import { renderCompared } from '../../render/reports/render-compared.ts'
import type { ZipFile } from '../../render/reports/write-zip.ts'
import { readComparedTexts } from '../read-compared-texts.ts'
import type { MatchDetail } from '../show-match.ts'
import { bundleFile } from './bundle-file.ts'

/** A page for each file of a match whose two texts are kept, numbered as in its evidence. */
export async function bundleCompared(
  app: { db: Queryable; content: ContentStore },
  slug: string,
  match: MatchDetail,
  folder: string,
): Promise<ZipFile[]> {
  const files: ZipFile[] = []
  for (const [at, file] of match.files.entries()) {
    const texts = await readComparedTexts(app, slug, match.repository, file)
    if (!texts.kept) continue
    const page = renderCompared({
      repository: match.repository,
      path: file.path,
      original: file.original,
      permalink: file.permalink,
      measures: `${file.strength}, ${file.class}: ${formatShare(file.ofOriginal)} of the original. ${file.reason}`,
      sides: sideBySide(
        { path: file.original, text: texts.original },
        { path: file.path, text: texts.found },
        file.ranges,
      ),
    })
    files.push(bundleFile(`compared/${folder}/${at + 1}.html`, page))
  }
  return files
}
