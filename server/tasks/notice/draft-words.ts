import type { Database, Queryable } from '../../../db/database.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { checkNotice } from '../../core/notice/check-notice.ts'
import { hashDraft } from '../../core/notice/hash-draft.ts'
import {
  pickOwnWords,
  wordsOf,
  writtenParts,
  type NoticeWords,
  type WrittenPart,
} from '../../core/notice/own-words.ts'
import { readWords } from '../../core/notice/read-words.ts'
import type { NoticeProblem } from '../../core/notice/problem.ts'
import { ClawbackError } from '../../errors.ts'
import { readTextFile } from '../read-text-file.ts'
import { requireDraft } from './find-notice.ts'
import { readDocument } from './notice-summary.ts'
import { proposeDraft, writeDraft } from './write-draft.ts'

export interface DraftWords {
  notice: string
  /** Hash of the draft: whoever writes gives it back, so that nobody's words are written over unseen. */
  seen: string
  /** The parts that the law leaves to a person, as they stand. */
  words: Partial<NoticeWords>
  /** The same parts as Clawback proposes them; what is written so is Clawback's again. */
  proposed: Partial<NoticeWords>
  /** The parts that a person wrote otherwise. */
  own: WrittenPart[]
  problems: NoticeProblem[]
}

/**
 * What a person may write in a draft, and what stands there.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED
 */
export async function showDraftWords({ db }: { db: Queryable }, id: string): Promise<DraftWords> {
  const notice = await requireDraft(db, id)
  const document = readDocument(notice)
  const [words, proposed] = [wordsOf(document), await proposeDraft(db, notice)]
  const parts = writtenParts(document)
  const only = (all: NoticeWords): Partial<NoticeWords> =>
    Object.fromEntries(parts.map((part) => [part, all[part]]))
  return {
    notice: id,
    seen: hashOf(notice),
    words: only(words),
    proposed: only(proposed),
    own: Object.keys(pickOwnWords(document, words, proposed)) as WrittenPart[],
    problems: checkNotice(document).problems,
  }
}

/**
 * Writes some parts of a draft in a person's words, given as data; the other parts stay as they are. Without `seen` it
 * is written into the draft as it stands.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED, NOTICE_CHANGED, WORDS_INVALID
 */
export async function writeDraftWords(
  app: { db: Database; actor: string },
  { id, words: given, seen }: { id: string; words: unknown; seen: string | null },
): Promise<DraftWords> {
  const notice = await requireDraft(app.db, id)
  const document = readDocument(notice)
  const read = readWords(given, document)
  if ('problem' in read) throw invalid(id, read.problem)
  const words = { ...wordsOf(document), ...read.words }
  await writeDraft(app, { id, words, seen: seen ?? hashOf(notice) })
  return await showDraftWords(app, id)
}

/**
 * The same from a file of JSON: the parts, or the whole document that showing them gives, as it was edited.
 * @throws ClawbackError as writing does, and FILE_NOT_READ, FILE_NOT_TEXT
 */
export async function writeDraftWordsFrom(
  app: { db: Database; actor: string },
  { id, file }: { id: string; file: string },
): Promise<DraftWords> {
  const given = parse(id, (await readTextFile(file)).toString('utf8'))
  const { words = given, seen = null } = given as { words?: unknown; seen?: unknown }
  return await writeDraftWords(app, { id, words, seen: typeof seen === 'string' ? seen : null })
}

function parse(id: string, text: string): object {
  try {
    const given: unknown = JSON.parse(text)
    if (typeof given === 'object' && given !== null) return given
  } catch {
    // Said below: what is in the file is repeated nowhere.
  }
  throw invalid(id, 'the file is not a JSON object')
}

function hashOf(notice: Notice): string {
  return hashDraft(readDocument(notice), notice.templateVersion)
}

function invalid(id: string, problem: string): ClawbackError {
  return new ClawbackError(
    'WORDS_INVALID',
    `These words cannot be written into ${id}: ${problem}`,
    `See how they stand with "clawback notice words ${id} --json", change them there, and give that. Nothing was kept.`,
  )
}
