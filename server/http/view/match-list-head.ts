import type { Response } from 'express'
import type { MatchListHead } from '../../render/pages/matches-page.ts'
import { nameOfRepository } from '../../tasks/list-match-networks.ts'
import { listViews } from '../../tasks/views/saved-views.ts'
import type { Reading } from '../reading.ts'
import { signedInOf } from '../sign-in/signed-in.ts'
import { links } from './links.ts'
import { matchFilterFields, matchOrderField } from './match-filter-fields.ts'
import { formatMatchList, parseMatchList, type MatchList } from './match-list.ts'
import { viewerOf } from './viewer-of.ts'

/** What stands above the rows of a list, one by one or by network: the saved views, the filter and what it says. */
export async function matchListHead(
  app: Reading,
  res: Response,
  slug: string,
  { list, action }: { list: MatchList; action: string },
): Promise<MatchListHead> {
  const { q, order, network, ...filter } = list
  const query = formatMatchList(list)
  const views = await listViews(app, slug, viewerOf(res))
  const here = views.find((view) => view.query === query)
  return {
    slug,
    action,
    query,
    csvHref: links.matchesCsv(slug, list),
    fields: [...matchFilterFields(filter), matchOrderField(order)],
    q: q ?? '',
    filtered: query !== '',
    network:
      network === undefined
        ? null
        : {
            id: network,
            name: await nameOfRepository(app, Number(network)),
            without: links.matches(slug, { ...list, network: undefined }),
          },
    views: views.map((view) => ({
      ...view,
      href: links.matches(slug, parseMatchList(view.query)),
      here: view === here,
      renameAction: links.matchView(slug, view.id, 'name'),
      removeAction: links.matchView(slug, view.id, 'remove'),
    })),
    saveAction: links.matchViews(slug),
    mayKeepOwn: signedInOf(res).person.userId !== null,
  }
}
