import { onTestFinished } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { connectGitHub } from '../../../../server/connect-github.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../../../server/tasks/notice/record-notice-sent.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { recheck, recheckDue, type RecheckReport } from '../../../../server/tasks/recheck/recheck.ts'
import { reviewMatches } from '../../../../server/tasks/review-matches.ts'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../../../server/tasks/set-claimant.ts'
import { writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import type { Limits } from '../../../practice-github/house/limits.ts'
import { startPracticeGitHub, type PracticeGitHub } from '../../../practice-github/start.ts'
import type { WorldDefinition } from '../../../practice-github/world/definition.ts'

export const quietly = () => undefined

/** A leak, a GitHub and a Clawback whose clocks are one: waiting moves it on, so that a month passes in seconds. */
export interface Story {
  app: App
  github: PracticeGitHub
  /** Looks into these repositories and networks, and has what they hold reviewed as infringing and named in a notice. */
  claim: (input: { repositories?: string[]; networks?: string[]; name: string[] }) => Promise<string[]>
  scan: (input: { repositories?: string[]; networks?: string[] }) => Promise<void>
  recheck: () => Promise<RecheckReport>
  recheckDue: () => Promise<RecheckReport>
}

export async function startStory({
  world,
  leak,
  official = [],
  startsAt,
  limits = {},
  checkResponses = true,
}: {
  world: WorldDefinition
  leak: Record<string, string>
  official?: string[]
  startsAt: string
  limits?: Partial<Limits>
  checkResponses?: boolean
}): Promise<Story> {
  const github = await startPracticeGitHub({
    world,
    clock: () => new Date(startsAt),
    limits: { codeSearch: 1000, search: 1000, ...limits },
    checkResponses,
  })
  onTestFinished(() => github.close())
  const clock = github.now
  const sleep = (milliseconds: number) => {
    github.advance(milliseconds)
    return Promise.resolve()
  }
  const opened = await openTestApp({ apiUrl: github.url, clock })
  const app: App = {
    ...opened,
    clock,
    sleep,
    connect: (scanId) =>
      Promise.resolve(
        connectGitHub(
          { config: opened.config, db: opened.db, content: opened.content, clock, sleep },
          scanId,
        ),
      ),
  }
  const source = await writeFolder(leak)
  await addWork(app, { source, title: 'Orbit', owner: 'Orbit Inc.', official }, quietly)
  await setClaimant(app, 'orbit', {
    name: 'Ada Diaz',
    role: 'agent',
    organization: 'Orbit Inc.',
    authority: 'General counsel of the owner',
    email: 'legal@orbit.example',
    phone: '+1 555 0100',
  })

  async function scan({
    repositories = [],
    networks = [],
  }: {
    repositories?: string[]
    networks?: string[]
  }) {
    const rest = { probes: 0, tipsFile: null, resume: false }
    await runScan(app, { work: 'orbit', repositories, networks, ...rest }, quietly)
  }

  const { db, content, actor, connect } = app
  const acting = { db, content, actor, clock, connect }
  return {
    app,
    github,
    scan,
    async claim({ name, ...where }) {
      await scan(where)
      await reviewMatches(app, {
        work: 'orbit',
        repositories: name,
        decision: 'infringing',
        reviewer: 'Ada Diaz',
        reason: 'compared side by side',
        fairUse: 'all of a private work, nothing added',
      })
      const draft = { work: 'orbit', only: name, except: [], kind: 'takedown' as const, about: null }
      const { notices, problems } = await draftWorkNotices(acting, draft)
      if (notices.length === 0) throw new Error(JSON.stringify(problems))
      for (const { id } of notices) await send(app, id)
      return notices.map(({ id }) => id)
    },
    recheck: () => recheck(acting, { work: 'orbit', notice: null }, quietly),
    recheckDue: () => recheckDue(acting, quietly, new AbortController().signal),
  }
}

export async function send(app: App, id: string): Promise<void> {
  const { db, content, actor, clock, connect } = app
  await signNotice({ db, content, actor, clock, connect }, { id, name: 'Ada Diaz' })
  await recordNoticeSent(app, { id, channel: 'form', ticket: '1234567', at: null })
}
