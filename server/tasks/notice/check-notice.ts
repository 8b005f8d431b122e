import { readFile } from 'node:fs/promises'
import type { Database } from '../../../db/database.ts'
import { findNotice, type Notice } from '../../../db/queries/notices.ts'
import { checkNotice } from '../../core/notice/check-notice.ts'
import { checkNoticeText } from '../../core/notice/check-notice-text.ts'
import type { NoticeCheck } from '../../core/notice/elements.ts'
import { warningOf } from '../../core/notice/problem.ts'
import { accusedRepositories } from '../../core/notice/accused.ts'
import { ClawbackError } from '../../errors.ts'
import type { Connect } from '../connection.ts'
import { askAboutNotice, type AskedAbout } from './ask-about-notice.ts'
import { readDocument } from './notice-summary.ts'

export interface CheckReport extends NoticeCheck {
  /** Whether GitHub was asked about what the notice names, and about which it could not tell. */
  online: { asked: boolean; couldNotTell: AskedAbout['couldNotTell'] }
}

/**
 * Checks one of our notices by its id, or any notice's text in a file. What an unsigned notice names is asked of
 * GitHub too, unless it is not to be asked; a text is checked as it is.
 * @throws ClawbackError NOTICE_UNKNOWN when it is neither
 */
export async function checkNoticeOrFile(
  app: { db: Database; connect: Connect },
  idOrFile: string,
  { offline = false }: { offline?: boolean } = {},
): Promise<CheckReport> {
  const notice = await findNotice(app.db, idOrFile)
  if (notice !== undefined) return await checkOne(app, notice, offline)
  try {
    const check = checkNoticeText(await readFile(idOrFile, 'utf8'))
    return { ...check, online: { asked: false, couldNotTell: [] } }
  } catch (error) {
    throw new ClawbackError(
      'NOTICE_UNKNOWN',
      `"${idOrFile}" is neither a notice nor a file that can be read`,
      'See "clawback notice list" for ids, or give the path of a text file.',
      { cause: error },
    )
  }
}

async function checkOne(
  app: { db: Database; connect: Connect },
  notice: Notice,
  offline: boolean,
): Promise<CheckReport> {
  const document = readDocument(notice)
  const check = checkNotice(document)
  const nothing = { ...check, online: { asked: false, couldNotTell: [] } }
  // What was signed never changes; what became of it is a recheck's to tell.
  if (offline || notice.status !== 'draft' || accusedRepositories(document).length === 0) return nothing
  const asked = await askIfPossible(app, notice)
  if (asked === null) return { ...nothing, problems: [...check.problems, notAsked] }
  const problems = [...check.problems, ...asked.problems]
  const complete = check.complete && asked.problems.every(({ severity }) => severity !== 'error')
  return { ...check, complete, problems, online: { asked: true, couldNotTell: asked.couldNotTell } }
}

/** Null without credentials: a check works offline, and says so. Signing does not. */
async function askIfPossible(
  app: { db: Database; connect: Connect },
  notice: Notice,
): Promise<AskedAbout | null> {
  try {
    return await askAboutNotice(app, notice)
  } catch (error) {
    if (error instanceof ClawbackError && error.code === 'GITHUB_TOKEN_MISSING') return null
    throw error
  }
}

const notAsked = warningOf(
  'github-not-asked',
  'GitHub was not asked whether what is named is still there and as it was reviewed',
  'Set GITHUB_TOKEN: signing asks',
)
