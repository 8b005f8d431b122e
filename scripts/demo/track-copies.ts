import type { App } from '../../server/compose.ts'
import { draftWorkNotices } from '../../server/tasks/notice/draft-notices.ts'
import type { NoticeSummary } from '../../server/tasks/notice/notice-summary.ts'
import type { Progress } from '../../server/tasks/progress.ts'
import { recheck, type RecheckReport } from '../../server/tasks/recheck/recheck.ts'
import type { PracticeGitHub } from '../../test/practice-github/start.ts'
import { incidentStory } from '../../test/practice-github/worlds/incident-story.ts'
import { work } from './cast.ts'
import type { Tell } from './tell.ts'

export async function track(
  app: App,
  github: PracticeGitHub,
  notices: readonly NoticeSummary[],
  tell: Tell,
  progress: Progress,
) {
  const story = incidentStory(
    github,
    notices.map(({ repositories }, i) => ({ noticeUrl: publishedAs(i), named: repositories })),
  )
  tell.step(
    'Three days later',
    'The practice world moves on; a recheck asks what became of each, and of the rest of the network.',
  )
  for (const what of story.moveOn(3)) tell.line(`(${what})`)
  const third = await recheck(app, { work, notice: null }, progress)
  describeRecheck(third, tell)
  tell.step(
    'What must be given back',
    'GitHub disabled a fork that no notice names. Clawback drafts the retraction; a person signs it.',
  )
  const overreach = third.overreach.map((one) => one.repository)
  for (const { repository, notice } of third.overreach) {
    const { notices } = await draftWorkNotices(app, {
      work,
      only: [repository],
      except: [],
      kind: 'retraction',
      about: notice,
    })
    tell.line(
      `$ clawback notice draft ${work} --kind retraction --about ${notice} --only ${repository}   → ${notices[0]?.id ?? ''}`,
    )
  }
  tell.step('Two weeks later', 'A counter notice brought one back.')
  for (const what of story.moveOn(12)) tell.line(`(${what})`)
  describeRecheck(await recheck(app, { work, notice: null }, progress), tell)
  const disabled = third.changes
    .filter((change) => change.to === 'disabled')
    .map((change) => change.repository)
  return { disabled, overreach }
}

/** Notices of one name on one day are numbered. */
function publishedAs(place: number): string {
  const number = place === 0 ? '' : `-${place + 1}`
  return `https://github.com/github/dmca/blob/master/2026/06/2026-06-04-fennmark${number}.md`
}

function describeRecheck(report: RecheckReport, tell: Tell): void {
  for (const { repository, from, to, reinstated, attributedTo } of report.changes) {
    const note = reinstated ? '   reinstated' : attributedTo === null ? '' : `   under ${attributedTo}`
    tell.line(`${repository}: ${from} → ${to}${note}`)
  }
  for (const { repository, noticeUrl: url } of report.overreach) {
    tell.line(`OVERREACH: ${repository} is disabled under our notice and not named in it (${url})`)
  }
  tell.line(`${report.checked} checked, ${report.couldNotTell.length} could not tell.`)
}
