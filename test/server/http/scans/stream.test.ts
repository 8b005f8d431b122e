import { expect, it } from 'vitest'
import { createScanFeed, type ScanNews } from '../../../../server/http/scans/scan-feed.ts'
import { askForScan } from '../../../../server/tasks/scan/ask-for-scan.ts'
import { pauseScan } from '../../../../server/tasks/scan/pause-scan.ts'
import { sessionOf } from '../user-session.ts'
import { openScanPages, until } from './scan-pages.ts'

interface Stream {
  status: number
  headers: Headers
  news: ScanNews[]
  ended: () => boolean
  leave: () => void
}

async function openStream(url: string, cookie: string): Promise<Stream> {
  const leaving = new AbortController()
  const answer = await fetch(url, { headers: { cookie }, signal: leaving.signal })
  const news: ScanNews[] = []
  let ended = false
  const read = async () => {
    let text = ''
    for await (const bytes of answer.body!) {
      text += Buffer.from(bytes as Uint8Array).toString('utf8')
      const events = text.split('\n\n')
      text = events.pop()!
      for (const event of events)
        if (event.startsWith('data: ')) news.push(JSON.parse(event.slice(6)) as ScanNews)
    }
  }
  void read()
    .catch(() => undefined)
    .finally(() => (ended = true))
  return {
    status: answer.status,
    headers: answer.headers,
    news,
    ended: () => ended,
    leave: () => leaving.abort(),
  }
}

const nothing = { probes: 0, repositories: [], networks: [], tips: '', without: [] }

it('tells what a scan does until it is complete, with headers that nothing on the way keeps back', async () => {
  const { pages, network, startWorker } = await openScanPages(40)
  const tips = `https://github.com/${network.official}`
  const { id } = await askForScan({ ...pages.app, actor: 'ada' }, 'tk', { ...nothing, tips })
  const stream = await openStream(`${pages.url}/works/tk/scans/${id}/events`, await pages.cookie())
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(stream.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(stream.headers.get('x-accel-buffering')).toBe('no')
  expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'")
  await until(() => Promise.resolve(stream.news.length > 0))
  expect(stream.news[0]!.state).toBe('waiting')
  expect(Object.keys(stream.news[0]!.parts)).toContain('scan-steps')
  await startWorker()
  await until(() => Promise.resolve(stream.news.at(-1)?.state === 'complete'))
  // What did not change is not sent again.
  expect(stream.news.slice(1).some(({ parts }) => Object.keys(parts).length < 5)).toBe(true)
  stream.leave()
})

it('ends for who signs out, and for nobody else', async () => {
  const { pages } = await openScanPages()
  const { id } = await askForScan({ ...pages.app, actor: 'ada' }, 'tk', nothing)
  const url = `${pages.url}/works/tk/scans/${id}/events`
  const ada = await sessionOf(pages, await pages.cookie())
  const other = (await fetch(pages.signInLink, { redirect: 'manual' })).headers
    .get('set-cookie')!
    .split(';')[0]!
  const [hers, others] = [await openStream(url, ada.cookie), await openStream(url, other)]
  await pages.ask('/sign-out', { method: 'POST', headers: { cookie: ada.cookie } })
  await until(() => Promise.resolve(hers.ended()))
  expect(others.ended()).toBe(false)
  expect((await openStream(url, ada.cookie)).status).toBe(401)
  others.leave()
})

it('needs somebody signed in, a session, and a scan', async () => {
  const { pages } = await openScanPages()
  const { id } = await askForScan({ ...pages.app, actor: 'ada' }, 'tk', nothing)
  expect((await pages.ask(`/works/tk/scans/${id}/events`)).status).toBe(401)
  expect((await pages.get(`/works/tk/scans/${id + 1}/events`)).status).toBe(404)
})

it('a hundred who watch cost one look a second, and none once they have gone', async () => {
  const { pages } = await openScanPages()
  const { id } = await askForScan({ ...pages.app, actor: 'ada' }, 'tk', nothing)
  let marks = 0
  const db = new Proxy(pages.app.db, {
    get(target, name) {
      if (name === 'readMark') marks++
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  const feed = createScanFeed({ ...pages.app, db })
  const told: ScanNews[][] = []
  const leave = Array.from({ length: 100 }, (_, i) => {
    const news: ScanNews[] = []
    told.push(news)
    return feed.watch(
      { id, slug: 'tk' },
      {
        session: `s${i % 3}`,
        tell: (one) => news.push(one),
        beat: () => undefined,
        isSignedIn: () => Promise.resolve(true),
        end: () => undefined,
      },
    )!
  })
  await until(() => Promise.resolve(told.every((news) => news.length === 1)))
  await pauseScan({ ...pages.app, actor: 'ada' }, 'tk', id)
  await until(() => Promise.resolve(told.every((news) => news.at(-1)?.state === 'paused')))
  expect(marks).toBeLessThan(10)
  for (const one of leave) one()
  const asked = marks
  await new Promise((resolve) => setTimeout(resolve, 2200))
  expect(marks).toBe(asked)
})
