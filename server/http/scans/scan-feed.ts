import { renderScanParts } from '../../render/pages/scan-parts.ts'
import type { ScanListApp } from '../../tasks/scan/list-scans.ts'
import { showScanProgress } from '../../tasks/scan/show-scan.ts'
import type { ScanState } from '../../tasks/scan/scan-state.ts'
import { describeProgress } from './progress-view.ts'

/** What those who watch are sent: the state, and each part of the page that changed. */
export interface ScanNews {
  state: ScanState
  /** HTML by the id of its element. */
  parts: Record<string, string>
}

export interface Watcher {
  /** Who watches: those of one session are asked about together. */
  session: string
  tell: (news: ScanNews) => void
  /** So that nothing on the way takes the connection for dead. */
  beat: () => void
  /** Whether whoever watches is still signed in. */
  isSignedIn: () => Promise<boolean>
  end: () => void
}

export interface ScanFeed {
  /** Tells of a scan until it is ended by the function given back. Null: so many watch already that one more may not. */
  watch: (scan: { id: number; slug: string }, watcher: Watcher) => (() => void) | null
  /** Ends all. */
  close: () => void
}

const LOOK = 1_000
const ASK = 5_000
const BEAT = 15_000
const MOST = 200

/**
 * Reads each scan that somebody watches once a second, however many do, and only when something was written since. Nobody
 * watches: nothing is read.
 */
export function createScanFeed(app: ScanListApp & { db: { readMark: () => Promise<string> } }): ScanFeed {
  const watched = new Map<
    number,
    { slug: string; watchers: Set<Watcher>; last: ScanNews | null; mark: string }
  >()
  let timers: NodeJS.Timeout[] = []
  let looking = false

  const everybody = () => [...watched.values()].flatMap(({ watchers }) => [...watchers])

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    try {
      const mark = await app.db.readMark()
      for (const [id, scan] of watched) {
        if (scan.mark === mark) continue
        const news = await readNews(id, scan.slug)
        if (news === null) for (const watcher of scan.watchers) watcher.end()
        else {
          const changes = changesSince(scan.last, news)
          scan.last = news
          scan.mark = mark
          if (changes !== null) for (const watcher of scan.watchers) watcher.tell(changes)
        }
      }
    } catch {
      // A database that is busy is asked again.
    } finally {
      looking = false
    }
  }

  async function readNews(id: number, slug: string): Promise<ScanNews | null> {
    const progress = await showScanProgress(app, id)
    if (progress === null) return null
    return { state: progress.state, parts: renderScanParts(describeProgress(slug, progress)) }
  }

  async function askWhoIsSignedIn(): Promise<void> {
    const answers = new Map<string, boolean>()
    for (const watcher of everybody()) {
      try {
        const known = answers.get(watcher.session) ?? (await watcher.isSignedIn())
        answers.set(watcher.session, known)
        if (!known) watcher.end()
      } catch {
        // Could not tell is not yet signed out; the next look tells.
      }
    }
  }

  function begin(): void {
    timers = [
      setInterval(() => void look(), LOOK),
      setInterval(() => void askWhoIsSignedIn(), ASK),
      setInterval(() => everybody().forEach((watcher) => watcher.beat()), BEAT),
    ]
    for (const timer of timers) timer.unref()
  }

  function end(): void {
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  return {
    watch({ id, slug }, watcher) {
      if (everybody().length >= MOST) return null
      const scan = watched.get(id) ?? { slug, watchers: new Set<Watcher>(), last: null, mark: '' }
      watched.set(id, scan)
      scan.watchers.add(watcher)
      if (scan.last !== null) watcher.tell(scan.last)
      if (timers.length === 0) begin()
      void look()
      return () => {
        scan.watchers.delete(watcher)
        if (scan.watchers.size === 0) watched.delete(id)
        if (watched.size === 0) end()
      }
    },
    close() {
      end()
      for (const watcher of everybody()) watcher.end()
    },
  }
}

/** Null: nothing changed. */
function changesSince(last: ScanNews | null, news: ScanNews): ScanNews | null {
  const parts = Object.entries(news.parts).filter(([id, html]) => last?.parts[id] !== html)
  return parts.length === 0 && last?.state === news.state
    ? null
    : { state: news.state, parts: Object.fromEntries(parts) }
}
