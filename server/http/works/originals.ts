import type { RequestHandler } from 'express'
import { renderOriginalsPage } from '../../render/pages/originals-page.ts'
import type { WorkDetail } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { countExcluded } from '../view/count-excluded.ts'
import { links } from '../view/links.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'
import { recallWork } from '../view/recall-work.ts'
import { frameOf } from '../view/frame-of.ts'

const pageSize = 200

/** The files of a work, with what is claimed and why the rest is not. */
export function showOriginalsPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { claimed, q, page } = readQuery(req.query, ['claimed', 'q', 'page'])
    const { work, originals } = await recallWork(app, memory, slug)
    const chosen = originals.filter((original) => isClaimedAs(original, claimed) && holds(original.path, q))
    const { rows, pager } = paginate(chosen, readPage(page), pageSize, (n) =>
      links.originals(slug, { claimed, q, page: n }),
    )
    res.send(
      renderOriginalsPage({
        ...frameOf(res, {
          title: 'Originals',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
          tabs: { slug, tab: 'originals' },
        }),
        action: links.originals(slug),
        claimed: claimed ?? '',
        q: q ?? '',
        reasons: countExcluded(slug, originals).map(({ reason }) => reason),
        originals: rows,
        pager,
      }),
    )
  }
}

/** `yes`: claimed; the word of an exclusion: left out for that; nothing: all. */
function isClaimedAs(
  { claimed, excludedBecause }: WorkDetail['originals'][number],
  wanted: string | undefined,
): boolean {
  if (wanted === undefined) return true
  return wanted === 'yes' ? claimed : excludedBecause === wanted
}

function holds(path: string, q: string | undefined): boolean {
  return q === undefined || path.toLowerCase().includes(q.toLowerCase())
}
