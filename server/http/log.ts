import type { RequestHandler } from 'express'
import { renderLogPage } from '../render/pages/log-page.ts'
import { listEvents } from '../tasks/list-events.ts'
import type { Reading } from './reading.ts'
import { links } from './view/links.ts'
import { readPage, readQuery } from './view/read-query.ts'
import { frameOf } from './view/frame-of.ts'
import { watchChain, type ChainWatch } from './watch-chain.ts'

const pageSize = 100

/** The log, newest first, and whether its chain holds. */
export function showLogPage(app: Reading & { clock: () => Date }): RequestHandler {
  const watch = watchChain(app)
  return async (req, res) => {
    const { before } = readQuery(req.query, ['before'])
    const events = await listEvents(app, {
      ...(before === undefined ? {} : { before: readPage(before) }),
      limit: pageSize,
    })
    const oldest = events.at(-1)
    res.send(
      renderLogPage({
        ...frameOf(res, {
          title: 'Log',
          section: 'log',
        }),
        ...(await look(watch)),
        events: events.map((event) => ({ ...event, details: detailsOf(event.data) })),
        newest: before === undefined ? null : links.log(),
        older: oldest !== undefined && oldest.seq > 1 ? links.log({ before: oldest.seq }) : null,
      }),
    )
  }
}

async function look(watch: ChainWatch) {
  const { chain, checkedAt } = await watch.look()
  return { chain, checkedAt: checkedAt.toISOString() }
}

/** The plain values of an event, short enough to read in a row; the whole event is in the log itself. */
function detailsOf(data: unknown): { name: string; value: string }[] {
  if (data === null || typeof data !== 'object') return [{ name: 'data', value: shorten(describe(data)) }]
  return Object.entries(data)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({ name, value: shorten(describe(value)) }))
}

function describe(value: unknown): string {
  if (typeof value === 'string') return /^[0-9a-f]{40,}$/.test(value) ? `${value.slice(0, 12)}…` : value
  if (Array.isArray(value))
    return value.every(isPlain) ? value.map(describe).join(', ') : `${value.length} entries`
  return JSON.stringify(value)
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}
