import type { RequestHandler } from 'express'
import { renderMatchesPage } from '../../render/pages/matches-page.ts'
import { listMatchesById, type MatchRow } from '../../tasks/list-matches.ts'
import { listBulk } from '../../tasks/review/show-bulk.ts'
import { MOST_IN_BULK } from '../../tasks/review/select-for-bulk.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import { writeMatchesCsv } from '../../tasks/write-matches-csv.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { may } from '../sign-in/signed-in.ts'
import { bulkRow } from '../view/bulk-row.ts'
import { decisionWords } from '../view/decision.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { matchListHead } from '../view/match-list-head.ts'
import { formatMatchList, readMatchList, recallMatchIds, withoutOrder } from '../view/match-list.ts'
import { matchRows } from '../view/match-rows.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'

const pageSize = 100
const latestBulks = 5

/** The repositories that match a work; the address holds filter and order, so it can be passed on. */
export function showMatchesPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const list = readMatchList(req.query)
    const { page, asked } = readQuery(req.query, ['page', 'asked'])
    const ids = await recallMatchIds(app, memory, slug, list)
    const { rows, pager } = paginate(ids, readPage(page), pageSize, (n) =>
      links.matches(slug, { ...list, page: n }),
    )
    const found = await listMatchesById(app, rows)
    const bulks = await listBulk(app, slug, latestBulks)
    const mayDecide = may(res, 'decide')
    const mayScan = may(res, 'scan')
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
        head: await matchListHead(app, res, slug, { list, action: links.matches(slug) }),
        asked: asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null,
        byNetwork: links.matchesByNetwork(slug, withoutOrder(list)),
        select:
          mayDecide || mayScan
            ? {
                preview: links.bulkPreview(slug),
                recheck: links.bulkRecheck(slug),
                list: formatMatchList(list),
                key: `${slug}?${formatMatchList(withoutOrder(list))}`,
                most: MOST_IN_BULK,
                decisions: decisionWords,
                mayDecide,
                mayScan,
              }
            : null,
        matches: matchRows(slug, list, found),
        bulks: bulks.map((bulk) => bulkRow(slug, bulk)),
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
