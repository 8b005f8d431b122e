import { readPublishedNotice, type PublishedNotice } from '../../core/notice/read/read-published-notice.ts'
import { ClawbackError } from '../../errors.ts'
import type { Progress } from '../progress.ts'
import { readTextFile } from '../read-text-file.ts'

/** A published notice; `skipped` says why only its name could be read, and then nothing else in it means anything. */
export type ReadNotice = PublishedNotice & { skipped?: string }

/**
 * Reads published notices (files of github/dmca) in the order given; `path` as given. A file that is no text (the
 * archive holds a few PDFs) is told as skipped; one that cannot be read at all ends it, since a list that left some
 * out would look whole.
 * @throws ClawbackError FILE_NOT_READ
 */
export async function readArchive(files: readonly string[], progress: Progress): Promise<ReadNotice[]> {
  const notices: ReadNotice[] = []
  for (const path of files) {
    notices.push(await readOne(path))
    progress({ step: 'reading notices', done: notices.length, total: files.length })
  }
  return notices
}

async function readOne(path: string): Promise<ReadNotice> {
  try {
    return readPublishedNotice(path, (await readTextFile(path)).toString('utf8'))
  } catch (error) {
    if (!(error instanceof ClawbackError) || error.code !== 'FILE_NOT_TEXT') throw error
    return {
      ...readPublishedNotice(path, ''),
      skipped: 'not a text; its words can be taken out with pdftotext',
    }
  }
}
