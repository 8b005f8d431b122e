import type { RequestHandler } from 'express'
import { renderLogPage } from '../../render/pages/log-page.ts'
import { findEvents, type EventSearch } from '../../tasks/log/find-events.ts'
import { listEventFacets } from '../../tasks/log/list-event-facets.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { links } from '../view/links.ts'
import { readPage, readQuery } from '../view/read-query.ts'
import { frameOf } from '../view/frame-of.ts'
import { describeData } from './describe-data.ts'
import { subjectLink } from './subject-link.ts'
import { watchChain, type ChainWatch } from './watch-chain.ts'

const pageSize = 100

/** The log, newest first, as far as somebody looks for it, and whether its chain holds. */
export function showLogPage(app: Reading & { clock: () => Date }, memory: Memory): RequestHandler {
  const watch = watchChain(app)
  return async (req, res) => {
    const { before, ...given } = readQuery(req.query, [
      'before',
      'kind',
      'who',
      'notice',
      'repository',
      'from',
      'to',
    ])
    const search: EventSearch = given
    const page = { ...(before === undefined ? {} : { before: readPage(before) }), limit: pageSize + 1 }
    const found = await findEvents(app, search, page)
    const events = found.slice(0, pageSize)
    const { kinds, actors } = await memory.recall('log facets', () => listEventFacets(app))
    res.send(
      renderLogPage({
        ...frameOf(res, { title: 'Log', section: 'log' }),
        ...(await look(watch)),
        action: links.log(),
        exportHref: links.logExport(),
        fields: [chooseOne('kind', 'What', kinds, search.kind), chooseOne('who', 'Who', actors, search.who)],
        notice: search.notice ?? '',
        repository: search.repository ?? '',
        from: search.from ?? '',
        to: search.to ?? '',
        filtered: Object.keys(search).length > 0,
        events: events.map((event) => ({
          ...event,
          href: links.event(event.seq),
          subjectHref: subjectLink(event),
          details: describeData(event.data, 160),
        })),
        newest: before === undefined ? null : links.log({ ...search }),
        older: found.length > pageSize ? links.log({ ...search, before: events.at(-1)!.seq }) : null,
      }),
    )
  }
}

async function look(watch: ChainWatch) {
  const { chain, checkedAt } = await watch.look()
  return { chain, checkedAt: checkedAt.toISOString() }
}

function chooseOne(name: string, label: string, values: readonly string[], chosen: string | undefined) {
  // What was asked for stays in the list, also where nothing of it is left.
  const all = chosen === undefined || values.includes(chosen) ? values : [...values, chosen]
  return {
    name,
    label,
    options: [
      { value: '', text: 'any', chosen: chosen === undefined },
      ...all.map((value) => ({ value, text: value, chosen: value === chosen })),
    ],
  }
}
