import type { RequestHandler, Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { requireScan } from '../../tasks/scan/show-scan.ts'
import { findSessionBearer } from '../../tasks/sessions/find-person.ts'
import { readSession } from '../sign-in/session-cookie.ts'
import { readId } from './read-id.ts'
import type { ScanFeed, ScanNews } from './scan-feed.ts'

/**
 * What a scan does, as server-sent events (WHATWG HTML, section 9.2), until whoever watches goes or signs out. Who reads
 * slower than it changes is sent the latest state, never a queue.
 */
export function sendScanEvents(
  app: Parameters<typeof findSessionBearer>[0],
  feed: ScanFeed,
): RequestHandler<{ slug: string; id: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { scan } = await requireScan(app.db, slug, readId(req.params.id))
    const session = readSession(req)
    if (session === null) {
      throw new ClawbackError(
        'SESSION_NEEDED',
        'A stream is for pages; a token for programs has none',
        `Ask for /api/v1/works/${slug}/scans/${scan.id} now and then.`,
      )
    }
    res.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx would keep it back until there is enough of it.
      'X-Accel-Buffering': 'no',
    })
    if (req.method === 'HEAD') {
      res.end()
      return
    }
    const stop = feed.watch(
      { id: scan.id, slug },
      {
        ...writeTo(res),
        session,
        isSignedIn: async () => (await findSessionBearer(app, session, '')) !== undefined,
        end: () => res.end(),
      },
    )
    if (stop === null) {
      res.removeHeader('Content-Type')
      throw new ClawbackError(
        'TOO_MANY_STREAMS',
        'So many pages follow scans that no more may',
        'The page works without: load it again to see how the scan stands.',
        { exitCode: 3 },
      )
    }
    res.on('close', stop)
    res.flushHeaders()
  }
}

/** Only the latest of what could not be written yet is kept. */
function writeTo(res: Response): { tell: (news: ScanNews) => void; beat: () => void } {
  let late: ScanNews | null = null
  res.on('drain', () => {
    if (late === null) return
    const news = late
    late = null
    write(news)
  })
  function write(news: ScanNews): void {
    res.write(`data: ${JSON.stringify(news)}\n\n`)
  }
  return {
    tell(news) {
      if (!res.writableNeedDrain) write(news)
      else late = { state: news.state, parts: { ...late?.parts, ...news.parts } }
    },
    beat() {
      if (!res.writableNeedDrain) res.write(': still here\n\n')
    },
  }
}
