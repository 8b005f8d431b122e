import { expect, it } from 'vitest'
import { findLatestScan, type Scan } from '../../../../db/queries/scans.ts'
import { findPulse } from '../../../../db/queries/scan-pulses.ts'
import { takeJob } from '../../../../db/queries/jobs.ts'
import type { App } from '../../../../server/compose.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { requireWork } from '../../../../server/tasks/find-work.ts'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { askForScan } from '../../../../server/tasks/scan/ask-for-scan.ts'
import { holdScan } from '../../../../server/tasks/scan/hold-scan.ts'
import { pauseScan } from '../../../../server/tasks/scan/pause-scan.ts'
import { resumeScan } from '../../../../server/tasks/scan/resume-scan.ts'
import { openWorker } from '../../../../server/worker.ts'
import { writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import type { PracticeGitHub } from '../../../practice-github/start.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { leak, smallNetwork } from './network-story.ts'

const never = new AbortController().signal
const network = smallNetwork(20)
const nothing = { probes: null, repositories: [], networks: [], tips: '', without: [] }

interface Asked {
  app: App
  github: PracticeGitHub
  /** A process that does what is due; several are several starts of it. */
  work: () => Promise<{ failed: string[] }>
  latest: () => Promise<Scan>
}

async function withWork(story: (asked: Asked) => Promise<void>): Promise<void> {
  await withPracticeGitHub({ world: network.world }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url, clock: github.now })
    const values = { source: await writeFolder(leak), title: 'Toolkit', owner: 'O', slug: 'tk' }
    await addWork(app, { ...values, official: [network.official] }, () => undefined)
    await story({
      app,
      github,
      latest: async () => (await findLatestScan(app.db, (await requireWork(app.db, 'tk')).id))!,
      work: async () => {
        const failed: string[] = []
        const tellFailure = ({ kind, code }: { kind: string; code: string }) => failed.push(`${kind} ${code}`)
        const worker = await openWorker(app, { tellDone: () => undefined, tellFailure })
        await worker.runDue(never)
        await worker.close()
        return { failed }
      },
    })
  })
}

it('is written down without a request, taken by a worker, and finds what there is', async () => {
  await withWork(async ({ app, github, work, latest }) => {
    const tips = `Seen at https://github.com/${network.copies[0]!} yesterday`
    const asked = await askForScan(app, 'tk', { ...nothing, tips })
    expect(asked).toMatchObject({ status: 'running', unattended: true })
    expect(github.requests).toEqual([])
    expect((await askForScan(app, 'tk', { ...nothing, tips })).id).toBe(asked.id)

    expect(await work()).toEqual({ failed: [] })
    expect(await latest()).toMatchObject({ id: asked.id, status: 'complete' })
    expect((await listMatches(app, 'tk', { strength: 'strong' })).map((match) => match.repository)).toContain(
      network.copies[0],
    )
    const sent = github.requests.length
    await work()
    expect(github.requests.length - sent).toBeLessThan(3)
  })
})

it('asked for twice at once is one scan', async () => {
  await withWork(async ({ app }) => {
    const ask = () => askForScan(app, 'tk', { ...nothing, tips: `https://github.com/${network.copies[0]!}` })
    const asked = await Promise.all([ask(), ask(), ask()])
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
  })
})

it('names that GitHub does not know are refused at once, and nothing is written down', async () => {
  await withWork(async ({ app, latest }) => {
    const misspelt = { ...nothing, repositories: ['no/body'] }
    await expect(askForScan(app, 'tk', misspelt)).rejects.toMatchObject({ code: 'REPOSITORY_UNKNOWN' })
    const wrong = { ...nothing, networks: ['nobody'] }
    await expect(askForScan(app, 'tk', wrong)).rejects.toMatchObject({ code: 'REPOSITORY_INVALID' })
    expect(await latest()).toBeUndefined()
  })
})

it('goes on at the next start after its process was killed', async () => {
  await withWork(async ({ app, work, latest }) => {
    const { id } = await askForScan(app, 'tk', { ...nothing, networks: [network.official] })
    // It took the job and the work, and was killed: nothing of it was given back.
    const now = app.clock()
    const lease = { by: 'here 999999', now, until: new Date(now.getTime() + 600_000) }
    expect((await takeJob(app.db, lease))?.kind).toBe('asked-scan')
    const killed = { ...app.process, pid: 999_999 }
    await holdScan({ db: app.db, clock: app.clock, process: killed }, await requireWork(app.db, 'tk'))

    expect(await work()).toEqual({ failed: [] })
    expect(await latest()).toMatchObject({ id, status: 'complete' })
  })
})

it('paused before it began, it is left alone by every start until somebody resumes it', async () => {
  await withWork(async ({ app, github, work, latest }) => {
    const { id } = await askForScan(app, 'tk', { ...nothing, networks: [network.official] })
    await pauseScan({ ...app, actor: 'ada' }, 'tk', id)
    const sent = github.requests.length
    await work()
    await work()
    expect(github.requests).toHaveLength(sent)
    expect(await latest()).toMatchObject({ status: 'running', pausedBy: 'ada' })
    const same = { ...nothing, networks: [network.official] }
    await expect(askForScan(app, 'tk', same)).rejects.toMatchObject({ code: 'SCAN_PAUSED' })

    await resumeScan(app, 'tk', id)
    await work()
    expect(await latest()).toMatchObject({ id, status: 'complete', pausedBy: null })
    await expect(resumeScan(app, 'tk', id)).rejects.toMatchObject({ code: 'SCAN_ENDED' })
  })
})

it('what keeps it from going on is said where it is watched, and it is tried again', async () => {
  await withWork(async ({ app, github, work, latest }) => {
    const { id } = await askForScan(app, 'tk', { ...nothing, networks: [network.official] })
    github.revoke('practice')
    expect((await work()).failed).toContain('asked-scan GITHUB_CREDENTIALS_REFUSED')
    expect((await findPulse(app.db, id))?.step).toMatch(/^stands still: .*credentials|token/i)
    expect(await latest()).toMatchObject({ status: 'running' })
  })
})

it('leaves out the searches that somebody does not want to leave the house', async () => {
  await withWork(async ({ app, github, work }) => {
    const { planWorkProbes } = await import('../../../../server/tasks/plan-probes.ts')
    const { probes, names, trees } = await planWorkProbes(app, 'tk', 2)
    const queries = [...probes, ...names].map(({ query }) => query)
    const without = [...queries.slice(1), ...trees.map(({ tree }) => tree)]
    await askForScan(app, 'tk', { ...nothing, probes: 2, without })
    await work()
    const searched = github.requests.filter(({ path }) => path.startsWith('/search/code'))
    expect(searched.length).toBeGreaterThan(0)
    const asked = github.requests.map((request) => JSON.stringify(request)).join('\n')
    expect(decodeURIComponent(asked)).not.toContain(queries[1])
  })
})
