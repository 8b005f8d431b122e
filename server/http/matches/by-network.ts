import type { RequestHandler } from 'express'
import { renderMatchesByNetworkPage } from '../../render/pages/matches-by-network-page.ts'
import type { MatchListHead } from '../../render/pages/matches-page.ts'
import { listMatchNetworks, nameNetworks } from '../../tasks/list-match-networks.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { matchListHead } from '../view/match-list-head.ts'
import { filterOf, formatMatchList, readMatchList, withoutOrder } from '../view/match-list.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'

const pageSize = 100

/** The same list, a row for each fork network with its counts; each leads to its matches. */
export function showMatchesByNetworkPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const list = withoutOrder(readMatchList(req.query))
    const { page } = readQuery(req.query, ['page'])
    const networks = await memory.recall(`networks of matches ${slug} ${formatMatchList(list)}`, () =>
      listMatchNetworks(app, slug, filterOf(list)),
    )
    const { rows, pager } = paginate(networks, readPage(page), pageSize, (n) =>
      links.matchesByNetwork(slug, { ...list, page: n }),
    )
    res.send(
      renderMatchesByNetworkPage({
        ...frameOf(res, {
          title: 'Matches by network',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Matches', href: links.matches(slug, list) },
          ],
          tabs: { slug, tab: 'matches' },
        }),
        head: withoutOrderField(
          await matchListHead(app, res, slug, { list, action: links.matchesByNetwork(slug) }),
        ),
        matchesHref: links.matches(slug, list),
        matches: networks.reduce((sum, network) => sum + network.matches, 0),
        networks: (await nameNetworks(app, rows)).map((network) => ({
          ...network,
          href: links.matches(slug, { ...list, network: network.root }),
          picture: network.repository === null ? null : links.network(slug, network.repository),
        })),
        pager,
      }),
    )
  }
}

/** Networks stand by how many of them match. */
function withoutOrderField(head: MatchListHead): MatchListHead {
  return { ...head, fields: head.fields.filter(({ name }) => name !== 'order') }
}
