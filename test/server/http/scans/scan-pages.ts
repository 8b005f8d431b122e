import { onTestFinished } from 'vitest'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { openWorker } from '../../../../server/worker.ts'
import { writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import { startPracticeGitHub, type PracticeGitHub } from '../../../practice-github/start.ts'
import { leak, smallNetwork } from '../../tasks/scan/network-story.ts'
import { servePages, type Pages } from '../with-pages.ts'

export interface ScanPages {
  pages: Pages
  github: PracticeGitHub
  network: ReturnType<typeof smallNetwork>
  /** Does what a worker does until it is stopped. */
  startWorker: () => Promise<() => Promise<void>>
}

/** A work whose copies are on a practice GitHub, the pages about it, and a worker when it is wanted. */
export async function openScanPages(latency = 0): Promise<ScanPages> {
  const network = smallNetwork(40)
  const github = await startPracticeGitHub({
    world: network.world,
    latency,
    limits: { codeSearch: 600, search: 600 },
  })
  const app = await openTestApp({ apiUrl: github.url, clock: github.now })
  const values = { source: await writeFolder(leak), title: 'Toolkit', owner: 'O', slug: 'tk' }
  await addWork(app, { ...values, official: [network.official] }, () => undefined)
  const folder = app.config.dataFolder
  const pages = await servePages({ ...app, folder }, null, () => Promise.resolve())
  onTestFinished(async () => {
    await pages.close()
    await github.close()
  })
  return {
    pages,
    github,
    network,
    startWorker: async () => {
      const worker = await openWorker(app, { tellDone: () => undefined, tellFailure: () => undefined })
      const stop = new AbortController()
      const running = worker.run(stop.signal)
      let stopping: Promise<void> | undefined
      const end = () =>
        (stopping ??= (async () => {
          stop.abort()
          await running
          await worker.close()
        })())
      onTestFinished(end)
      return end
    },
  }
}

/** Waits for what another process or the next second brings. */
export async function until<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  for (let left = 300; ; left--) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (left === 0) throw new Error('It did not come')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
