import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { selectNotices } from '../../../db/queries/notices.ts'
import type { ZipFile } from '../../render/reports/write-zip.ts'
import { readTemplates } from '../notice/read-templates.ts'
import { writeNotice } from '../notice/write-notice.ts'
import { bundleFile } from './bundle-file.ts'

/**
 * Each signed notice of a work: the very bytes that the signature covers, whose SHA-256 the log holds, and what a
 * recipient reads. Drafts are nobody's word and stay out.
 */
export async function bundleNotices(
  { db, content }: { db: Database; content: ContentStore },
  workId: number,
): Promise<ZipFile[]> {
  const files: ZipFile[] = []
  for (const notice of await selectNotices(db, workId)) {
    if (notice.status === 'draft' || notice.frozenContentId === null) continue
    files.push(bundleFile(`notices/${notice.id}.signed.json`, await content.get(notice.frozenContentId)))
    const templates = await readTemplates(db, notice)
    const write = async (format: 'text' | 'pdf') =>
      (await writeNotice(notice, templates, format, { to: null, from: null })).bytes
    // What was sent is kept word for word; before that, it is what would be.
    const text = notice.sentContentId === null ? await write('text') : await content.get(notice.sentContentId)
    files.push(bundleFile(`notices/${notice.id}.txt`, text))
    files.push(bundleFile(`notices/${notice.id}.pdf`, await write('pdf')))
  }
  return files
}
