import { join } from 'node:path'
import type { App } from '../../server/compose.ts'
import type { MatchRow } from '../../server/tasks/list-matches.ts'
import { checkNoticeOrFile } from '../../server/tasks/notice/check-notice.ts'
import { draftWorkNotices } from '../../server/tasks/notice/draft-notices.ts'
import { exportNotice } from '../../server/tasks/notice/export-notice.ts'
import type { NoticeSummary } from '../../server/tasks/notice/notice-summary.ts'
import { recordNoticeSent } from '../../server/tasks/notice/record-notice-sent.ts'
import { signNotice } from '../../server/tasks/notice/sign-notice.ts'
import { reviewMatches } from '../../server/tasks/review-matches.ts'
import { columns, count } from '../text.ts'
import { person, work } from './cast.ts'
import type { Tell } from './tell.ts'

export async function decide(app: App, matches: readonly MatchRow[], tell: Tell): Promise<void> {
  tell.step(
    'A person decides',
    'Nothing is named without a named reviewer, a reason, and how fair use was considered (here a scripted Ada Diaz).',
  )
  const strong = matches.filter((match) => match.strength === 'strong')
  const rest = matches.filter((match) => match.strength !== 'strong')
  await reviewMatches(app, {
    work,
    repositories: strong.map((match) => match.repository),
    decision: 'infringing',
    reviewer: person,
    reason: 'Compared side by side: the files are ours, none was ever licensed.',
    fairUse:
      'Whole files of an unpublished commercial work, nothing added in comment or purpose; it replaces the original.',
  })
  tell.line(
    `$ clawback review ${work} … --decision infringing --reviewer "${person}" --reason … --fair-use …   (${strong.length})`,
  )
  if (rest.length === 0) return
  await reviewMatches(app, {
    work,
    repositories: rest.map((match) => match.repository),
    decision: 'needs-counsel',
    reviewer: person,
    reason: 'Little was taken, or the likeness is doubtful: counsel decides.',
  })
  tell.line(
    `$ clawback review ${work} ${rest.map((match) => match.repository).join(' ')} --decision needs-counsel …`,
  )
}

export async function notify(app: App, folder: string, tell: Tell): Promise<NoticeSummary[]> {
  tell.step(
    'Notices',
    "One for each claim, in GitHub's own form. Signing freezes text and evidence; a person sends it, Clawback never does.",
  )
  const { notices } = await draftWorkNotices(app, {
    work,
    only: [],
    except: [],
    kind: 'takedown',
    about: null,
  })
  for (const { id } of notices) {
    const check = await checkNoticeOrFile(app, id)
    const out = join(folder, `${id}.txt`)
    await signNotice(app, { id, name: person })
    await exportNotice(app, { id, format: 'form', to: null, out })
    await recordNoticeSent(app, { id, channel: 'form', ticket: null, at: null })
    tell.line(
      `${id}: ${check.complete ? 'complete' : 'not complete'}, signed by ${person}, written to ${out}`,
    )
  }
  tell.line(
    columns(
      notices.map(({ id, scope, repositories, forks }) => [
        id,
        scope,
        count(repositories.length, 'repository', 'repositories'),
        forks.length > 0 ? `(${count(forks.length, 'fork')})` : '',
        repositories.join(' '),
      ]),
    ),
  )
  return notices
}
