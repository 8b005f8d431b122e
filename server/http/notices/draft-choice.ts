import type { RequestHandler } from 'express'
import { renderDraftChoicePage } from '../../render/pages/draft-choice-page.ts'
import { listNameable } from '../../tasks/notice/list-nameable.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Reading } from '../reading.ts'
import { availabilityBadge, strengthBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Strength } from '../../core/match/types.ts'

/** What is beyond is counted: a person chooses a whole network, or all but what is chosen. */
const mostRows = 500
const mostNetworks = 100

/** What was reviewed as infringing, to choose from before anything is drafted. */
export function showDraftChoice(app: Reading): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const networks = await listNameable(app, slug)
    let left = mostRows
    res.send(
      renderDraftChoicePage({
        ...frameOf(res, {
          title: 'Draft notices',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
        }),
        action: links.drafts(slug),
        toReview: links.matches(slug, { decision: 'none', strength: 'strong' }),
        infringing: links.matches(slug, { decision: 'infringing' }),
        free: networks.flatMap(({ repositories }) => repositories).filter(({ notice }) => notice === null)
          .length,
        moreNetworks: Math.max(0, networks.length - mostNetworks),
        networks: networks.slice(0, mostNetworks).map(({ root, repositories }) => {
          const shown = repositories.slice(0, left)
          left -= shown.length
          return {
            root,
            size: repositories.length,
            free: repositories.filter(({ notice }) => notice === null).length,
            hidden: repositories.length - shown.length,
            repositories: shown.map((one) => ({
              repository: one.repository,
              href: links.match(slug, one.repository),
              strength: strengthBadge(one.strength as Strength),
              entireRepository: one.entireRepository,
              availability: availabilityBadge(one.availability as Availability),
              notice: one.notice === null ? null : { id: one.notice, href: links.notice(one.notice) },
            })),
          }
        }),
      }),
    )
  }
}
