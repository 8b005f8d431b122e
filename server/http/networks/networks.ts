import type { RequestHandler } from 'express'
import { renderNetworksPage } from '../../render/pages/networks-page.ts'
import { listNetworks } from '../../tasks/networks/list-networks.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'

const pageSize = 100

/** The fork networks of a work, the largest first, with what each wording of a notice would reach in them. */
export function showNetworksPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const { page } = readQuery(req.query, ['page'])
    const { networks, alone } = await memory.recall(`networks ${slug}`, () => listNetworks(app, slug))
    const { rows, pager } = paginate(networks, readPage(page), pageSize, (n) =>
      links.networks(slug, { page: n }),
    )
    res.send(
      renderNetworksPage({
        ...frameOf(res, {
          title: 'Networks',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
          tabs: { slug, tab: 'networks' },
        }),
        slug,
        networks: rows.map((network) => ({
          ...network,
          href: links.network(slug, network.root),
          withoutEvidence: network.size - network.strong,
        })),
        alone,
        pager,
      }),
    )
  }
}
