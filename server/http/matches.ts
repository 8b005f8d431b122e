import type { RequestHandler } from 'express'
import { renderMatchesPage } from '../render/pages/matches-page.ts'
import { listMatches, type MatchRow } from '../tasks/list-matches.ts'
import { showWork } from '../tasks/show-work.ts'
import { writeMatchesCsv } from '../tasks/write-matches-csv.ts'
import type { Reading } from './reading.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from './view/badges.ts'
import { links } from './view/links.ts'
import { matchFilterFields } from './view/match-filter-fields.ts'
import { paginate } from './view/paginate.ts'
import { readPage, readQuery } from './view/read-query.ts'
import { frameOf } from './view/frame-of.ts'

const pageSize = 100
const filters = ['strength', 'class', 'decision', 'availability'] as const

/** The repositories that match a work; the address holds the filter, so it can be passed on. */
export function showMatchesPage(app: Reading): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWork(app, slug)
    const filter = readQuery(req.query, filters)
    const { q, page } = readQuery(req.query, ['q', 'page'])
    const found = await findMatches(app, slug, req.query)
    const { rows, pager } = paginate(found, readPage(page), pageSize, (n) =>
      links.matches(slug, { ...filter, q, page: n }),
    )
    res.send(
      renderMatchesPage({
        ...frameOf(res, {
          title: 'Matches',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
        }),
        action: links.matches(slug),
        csvHref: links.matchesCsv(slug, { ...filter, q }),
        fields: matchFilterFields(filter),
        q: q ?? '',
        filtered: q !== undefined || Object.keys(filter).length > 0,
        slug,
        matches: rows.map((match) => ({
          repository: match.repository,
          href: links.match(slug, match.repository),
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

export function sendMatches(app: Reading): RequestHandler<{ slug: string }> {
  return async (req, res) => void res.json(await findMatches(app, req.params.slug, req.query))
}

export function sendMatchesCsv(app: Reading): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const csv = writeMatchesCsv(await findMatches(app, slug, req.query))
    res.attachment(`${slug}-matches.csv`).type('text/csv; charset=utf-8').send(csv)
  }
}

/** What the filter of an address leaves: pages, documents and exports give the same rows for the same query. */
async function findMatches(
  app: Reading,
  slug: string,
  query: Readonly<Record<string, unknown>>,
): Promise<MatchRow[]> {
  const { q } = readQuery(query, ['q'])
  const found = await listMatches(app, slug, readQuery(query, filters))
  if (q === undefined) return found
  const wanted = q.toLowerCase()
  return found.filter(({ repository, parent, networkRoot }) =>
    [repository, parent, networkRoot].some((name) => name?.toLowerCase().includes(wanted)),
  )
}
