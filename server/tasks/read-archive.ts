import { readPublishedNotice, type PublishedNotice } from '../core/notice/read/read-published-notice.ts'
import type { Progress } from './progress.ts'
import { readTextFile } from './read-text-file.ts'

/**
 * Reads published notices (files of github/dmca) in the order given; `path` as given. When one cannot be read,
 * nothing is told: a list that left some out would look whole.
 * @throws ClawbackError FILE_NOT_READ, FILE_NOT_TEXT
 */
export async function readArchive(files: readonly string[], progress: Progress): Promise<PublishedNotice[]> {
  const notices: PublishedNotice[] = []
  for (const path of files) {
    notices.push(readPublishedNotice(path, (await readTextFile(path)).toString('utf8')))
    progress({ step: 'reading notices', done: notices.length, total: files.length })
  }
  return notices
}
