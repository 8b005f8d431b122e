import { createHash } from 'node:crypto'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import type { CounselFacts } from '../../core/notice/counsel-facts.ts'
import { writeText } from '../../render/documents/write-text.ts'
import { printCounselLetter } from '../../render/reports/counsel-letter.ts'
import { gatherCounselFacts } from './gather-counsel-facts.ts'

export type LetterFormat = 'text' | 'pdf'

export interface CounselLetter {
  facts: CounselFacts
  bytes: Buffer
  sha256: string
}

/**
 * The letter to counsel after the latest counter notice to a notice. That it was written is an event; nothing is sent.
 * @throws ClawbackError NOTICE_UNKNOWN, COUNTER_NOTICE_UNKNOWN
 */
export async function writeCounselLetter(
  app: { db: Database; content: Pick<ContentStore, 'get'>; actor: string; clock: () => Date },
  { id, format }: { id: string; format: LetterFormat },
): Promise<CounselLetter> {
  const facts = await gatherCounselFacts(app, id)
  const bytes = await writeAs(format, facts)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await app.db.tx((tx) =>
    appendEvent(tx, {
      actor: app.actor,
      kind: 'counter-notice.letter-written',
      subject: `notice:${id}`,
      data: { counterNotice: facts.counterNotice.sha256, format, sha256 },
    }),
  )
  return { facts, bytes, sha256 }
}

async function writeAs(format: LetterFormat, facts: CounselFacts): Promise<Buffer> {
  const document = printCounselLetter(facts)
  if (format === 'text') return Buffer.from(writeText(document))
  // Fonts are loaded for paper alone.
  const { writePdf } = await import('../../render/documents/write-pdf.ts')
  return (await writePdf(document)).bytes
}
