import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../server/compose.ts'
import { addWork } from '../../server/tasks/add-work.ts'
import { listMatches, type MatchRow } from '../../server/tasks/list-matches.ts'
import { checkNoticeOrFile } from '../../server/tasks/notice/check-notice.ts'
import { draftWorkNotices } from '../../server/tasks/notice/draft-notices.ts'
import { exportNotice } from '../../server/tasks/notice/export-notice.ts'
import type { NoticeSummary } from '../../server/tasks/notice/notice-summary.ts'
import { recordNoticeSent } from '../../server/tasks/notice/record-notice-sent.ts'
import { signNotice } from '../../server/tasks/notice/sign-notice.ts'
import { planWorkProbes } from '../../server/tasks/plan-probes.ts'
import type { Progress } from '../../server/tasks/progress.ts'
import { recheck, type RecheckReport } from '../../server/tasks/recheck/recheck.ts'
import { reviewMatches } from '../../server/tasks/review-matches.ts'
import type { ScanReport } from '../../server/tasks/scan/report-scan.ts'
import { runScan } from '../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../server/tasks/set-claimant.ts'
import { verifyAudit } from '../../server/tasks/verify-audit.ts'
import type { PracticeGitHub } from '../../test/practice-github/start.ts'
import { incidentStory } from '../../test/practice-github/worlds/incident-story.ts'
import { LEAKED_AT, OFFICIAL, type Truth } from '../../test/practice-github/worlds/incident.ts'
import { leakedTarball } from '../../test/practice-github/worlds/leaked-package.ts'
import { columns, count, percent } from '../text.ts'
import type { Tell } from './tell.ts'

const work = 'sluicegate'
const person = 'Ada Diaz'

export interface DemoOutcome {
  originals: number
  named: string[]
  /** Copies in the world that no notice names; none when all is well. */
  missed: string[]
  /** Named, and no copy; none when all is well. */
  wronglyNamed: string[]
  disabled: string[]
  overreach: string[]
  audit: boolean
}

/** The whole job on the practice GitHub, told step by step. */
export async function runDemo(
  app: App,
  github: PracticeGitHub,
  truth: Truth,
  { folder, tell, progress }: { folder: string; tell: Tell; progress: Progress },
): Promise<DemoOutcome> {
  const originals = await takeIn(app, folder, tell, progress)
  const report = await search(app, tell, progress)
  const matches = await look(app, tell)
  compareWithNaive(report, matches, tell)
  await decide(app, matches, tell)
  const notices = await notify(app, folder, tell)
  const named = notices.flatMap((notice) => notice.repositories)
  const { disabled, overreach } = await track(app, github, notices, tell, progress)
  const audit = await verifyAudit(app)
  tell.step('The log', 'Every decision, notice and change of state is an event, chained by hashes.')
  tell.line(audit.ok ? `${audit.events} events, the chain holds.` : `The chain is broken at ${audit.seq}.`)
  const copies = truth.copies.map((copy) => copy.name)
  return {
    originals,
    named,
    missed: copies.filter((name) => !named.includes(name)),
    wronglyNamed: named.filter((name) => !copies.includes(name)),
    disabled,
    overreach,
    audit: audit.ok,
  }
}

async function takeIn(app: App, folder: string, tell: Tell, progress: Progress): Promise<number> {
  tell.step(
    'Taking in what leaked',
    'Fennmark published a package whose source map holds the whole source. What in it is not theirs is left out.',
  )
  await mkdir(folder, { recursive: true })
  const source = join(folder, 'sluicegate-4.2.0.tgz')
  await writeFile(source, await leakedTarball())
  const added = await addWork(
    app,
    {
      source,
      title: 'Sluicegate',
      owner: 'Fennmark Ltd',
      slug: work,
      leakedAt: LEAKED_AT,
      official: [OFFICIAL],
      description: 'Sluicegate 4.2.0, the proprietary source code of an engine that runs canal locks.',
    },
    progress,
  )
  const excluded = Object.entries(added.originals.excluded).filter(([, n]) => n > 0)
  tell.line(`$ clawback work add ${source} --title Sluicegate --owner "Fennmark Ltd" --official ${OFFICIAL}`)
  tell.line(
    `${count(added.originals.total, 'file')}, ${added.originals.claimed} claimed; left out: ${excluded.map(([why, n]) => `${n} ${why}`).join(', ')}.`,
  )
  await setClaimant(app, work, {
    name: person,
    role: 'agent',
    organization: 'Fennmark Ltd',
    authority: 'General counsel of Fennmark Ltd, the owner of the copyright',
    email: 'legal@fennmark.example',
    phone: '+44 20 7946 0000',
  })
  return added.originals.claimed
}

async function search(app: App, tell: Tell, progress: Progress): Promise<ScanReport> {
  tell.step(
    'Looking for copies',
    'Only short distinctive probes leave, and each can be seen before. Search never shows forks, so networks are listed.',
  )
  const plan = await planWorkProbes(app, work, 3)
  for (const { query, original } of plan.probes)
    tell.line(`probe: ${query}   (from ${original.split('!').at(-1) ?? original})`)
  tell.line(`$ clawback scan ${work}`)
  const report = await runScan(
    app,
    { work, probes: null, repositories: [], networks: [], tipsFile: null, resume: false },
    progress,
  )
  const { probes, networks, repositories } = report.coverage
  tell.line(
    `${probes.sent} probes sent; ${count(networks.length, 'network')} listed; ${repositories.examined} repositories examined, ${repositories.untouched} of them untouched forks that cost no request; ${repositories.couldNotTell} could not tell.`,
  )
  const { core, graphql, search, code_search: codeSearch } = report.requests
  tell.line(
    `Requests: ${core} core, ${graphql} GraphQL, ${codeSearch} code search, ${search} other searches.`,
  )
  return report
}

async function look(app: App, tell: Tell): Promise<MatchRow[]> {
  tell.step('What was found', 'Every line rests on compared content at a commit, never on a name.')
  const matches = await listMatches(app, work, {})
  tell.line(
    columns([
      ['REPOSITORY', 'STRENGTH', 'CLASS', 'OF WORK', 'HELD BY', 'SCOPE'],
      ...matches.map((m) => [
        m.repository,
        m.strength,
        m.class,
        percent(m.ofWork),
        m.refs.map((ref) => ref.ref.replace(/^refs\/(heads|tags)\//, '')).join(' '),
        m.entireRepository ? 'entire repository' : 'specific files',
      ]),
    ]),
  )
  return matches
}

function compareWithNaive({ coverage }: ScanReport, matches: readonly MatchRow[], tell: Tell): void {
  tell.step(
    'What a naive takedown would have swept',
    'A notice against "the network" with the representative-forks sentence takes down every repository in it.',
  )
  const network = coverage.networks.find((one) => one.official)
  if (network === undefined) return
  const holding = matches.filter(
    (match) => match.networkRoot === network.root && match.strength === 'strong',
  ).length
  tell.line(`The network of ${network.root} has ${network.listed} repositories, and its root is official.`)
  tell.line(
    `${holding} of them hold the leak. The sentence would have disabled ${network.listed - holding} innocent ones, the owner's own root first.`,
  )
  tell.line('Clawback names repositories one by one, each with evidence of its own.')
}

async function decide(app: App, matches: readonly MatchRow[], tell: Tell): Promise<void> {
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

async function notify(app: App, folder: string, tell: Tell): Promise<NoticeSummary[]> {
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

async function track(
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
