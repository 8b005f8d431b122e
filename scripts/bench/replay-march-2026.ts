import type { App } from '../../server/compose.ts'
import type { NoticeProblem } from '../../server/core/notice/problem.ts'
import type { NetworkReach } from '../../server/core/notice/weigh-wordings.ts'
import { addWork } from '../../server/tasks/add-work.ts'
import { listMatches } from '../../server/tasks/list-matches.ts'
import { checkNoticeOrFile } from '../../server/tasks/notice/check-notice.ts'
import { draftWorkNotices } from '../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../server/tasks/notice/record-notice-sent.ts'
import { showNotice, type NoticeDetail } from '../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../server/tasks/notice/sign-notice.ts'
import { recheck, type RecheckReport } from '../../server/tasks/recheck/recheck.ts'
import { reviewMatches } from '../../server/tasks/review-matches.ts'
import { runScan } from '../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../server/tasks/set-claimant.ts'
import type { PracticeGitHub } from '../../test/practice-github/start.ts'
import type { MarchWorld } from '../../test/practice-github/worlds/march-2026.ts'

export interface Replay {
  /** What the guard said before anything was drafted. */
  reach: NetworkReach
  /** Why the network wording was refused, with no notice drafted. */
  refusals: NoticeProblem[]
  /** The notices that were drafted, signed and sent without it. */
  notices: NoticeDetail[]
  /** What GitHub disabled when it swept the network all the same. */
  report: RecheckReport
  /** The partial retraction, by exclusion. */
  retraction: NoticeDetail
}

const work = 'orbit'
const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/04/2026-04-01-orbit.md'
const quiet = () => undefined

/** March 2026 once more, with Clawback in the place of whoever drafted then. */
export async function replayMarch2026(
  app: App,
  github: Pick<PracticeGitHub, 'world' | 'advance'>,
  { world, source }: { world: MarchWorld; source: string },
): Promise<Replay> {
  await addWork(app, { source, title: 'Orbit', owner: 'Orbit Inc.', official: [world.root] }, quiet)
  await setClaimant(app, work, {
    name: 'Ada Diaz',
    role: 'agent',
    organization: 'Orbit Inc.',
    authority: 'General counsel of the owner',
    email: 'legal@orbit.example',
    phone: '+1 555 0100',
  })
  const scan = { work, probes: 0, repositories: [], networks: ['leaker/sdk'], tipsFile: null, resume: false }
  await runScan(app, scan, quiet)
  const found = (await listMatches(app, work, { strength: 'strong' })).map(({ repository }) => repository)
  await reviewMatches(app, {
    work,
    repositories: found,
    decision: 'infringing',
    reviewer: 'Ada Diaz',
    reason: 'compared side by side',
    fairUse: 'all of a private work, nothing added',
  })
  const draft = { work, only: [], except: [], kind: 'takedown' as const, about: null }
  const asked = await draftWorkNotices(app, {
    ...draft,
    representativeForks: { reason: 'there are thousands of forks', size: 59, seed: 'march' },
  })
  const { notices } = await draftWorkNotices(app, draft)
  for (const { id } of notices) {
    await checkNoticeOrFile(app, id)
    await signNotice(app, { id, name: 'Ada Diaz' })
    await recordNoticeSent(app, { id, channel: 'form', ticket: '1234567', at: null })
  }
  github.advance(86_400_000)
  for (const name of [...world.copies, ...world.innocent]) github.world.disable(name, noticeUrl)
  const report = await recheck(app, { work, notice: null }, quiet)
  const first = notices.find(({ repositories }) => repositories.includes('leaker/sdk'))!
  const given = await draftWorkNotices(app, {
    ...draft,
    kind: 'retraction',
    about: first.id,
    except: notices.flatMap(({ repositories }) => repositories),
  })
  return {
    reach: asked.reach.find(({ network }) => network === world.root)!,
    refusals: asked.notices.length === 0 ? asked.problems.filter(({ severity }) => severity === 'error') : [],
    notices: await Promise.all(notices.map(({ id }) => showNotice(app, id))),
    report,
    retraction: await showNotice(app, given.notices[0]!.id),
  }
}
