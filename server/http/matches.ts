import type { RequestHandler } from 'express'
import { renderMatchesPage } from '../render/pages/matches-page.ts'
import { listMatchesById, type MatchRow } from '../tasks/list-matches.ts'
import { showWorkHead } from '../tasks/show-work.ts'
import { writeMatchesCsv } from '../tasks/write-matches-csv.ts'
import type { Memory } from './memory.ts'
import type { Reading } from './reading.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from './view/badges.ts'
import { links } from './view/links.ts'
import { matchFilterFields, matchOrderField } from './view/match-filter-fields.ts'
import { readMatchList, recallMatchIds } from './view/match-list.ts'
import { paginate } from './view/paginate.ts'
import { readPage, readQuery } from './view/read-query.ts'
import { frameOf } from './view/frame-of.ts'

const pageSize = 100

/** The repositories that match a work; the address holds filter and order, so it can be passed on. */
export function showMatchesPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const list = readMatchList(req.query)
    const { page } = readQuery(req.query, ['page'])
    const ids = await recallMatchIds(app, memory, slug, list)
    const { rows, pager } = paginate(ids, readPage(page), pageSize, (n) =>
      links.matches(slug, { ...list, page: n }),
    )
    const found = await listMatchesById(app, rows)
    const { q, order: _order, ...filter } = list
    res.send(
      renderMatchesPage({
        ...frameOf(res, {
          title: 'Matches',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
          tabs: { slug, tab: 'matches' },
        }),
        action: links.matches(slug),
        csvHref: links.matchesCsv(slug, list),
        fields: [...matchFilterFields(filter), matchOrderField(list.order)],
        q: q ?? '',
        filtered: q !== undefined || Object.keys(filter).length > 0,
        slug,
        matches: found.map((match) => ({
          repository: match.repository,
          href: links.match(slug, match.repository, list),
          official: match.official,
          parent: match.parent,
          networkRoot: match.networkRoot,
          networkHref: match.networkRoot === null ? null : links.matches(slug, { q: match.networkRoot }),
          strength: strengthBadge(match.strength),
          class: match.class,
          ofWork: match.ofWork,
          ofRepository: match.ofRepository,
          entireRepository: match.entireRepository,
          originalsFound: match.originalsFound,
          decision: match.official ? null : decisionBadge(match.decision),
          availability: availabilityBadge(match.availability),
          notices: match.notices.map((id) => ({ id, href: links.notice(id) })),
        })),
        pager,
      }),
    )
  }
}

export function sendMatches(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => void res.json(await findMatches(app, memory, req.params.slug, req.query))
}

export function sendMatchesCsv(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const csv = writeMatchesCsv(await findMatches(app, memory, slug, req.query))
    res.attachment(`${slug}-matches.csv`).type('text/csv; charset=utf-8').send(csv)
  }
}

/** Pages, documents and exports give the same rows for the same query. */
async function findMatches(
  app: Reading,
  memory: Memory,
  slug: string,
  query: Readonly<Record<string, unknown>>,
): Promise<MatchRow[]> {
  return await listMatchesById(app, await recallMatchIds(app, memory, slug, readMatchList(query)))
}
