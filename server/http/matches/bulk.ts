import type { RequestHandler, Response } from 'express'
import { renderBulkPage } from '../../render/pages/bulk-page.ts'
import { renderBulkPreviewPage } from '../../render/pages/bulk-preview-page.ts'
import { previewBulk } from '../../tasks/review/preview-bulk.ts'
import { reviewInBulk } from '../../tasks/review/review-in-bulk.ts'
import { showBulk } from '../../tasks/review/show-bulk.ts'
import { takeBackBulk } from '../../tasks/review/take-back-bulk.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import { actingAs, type Acting } from '../acting.ts'
import type { Memory } from '../memory.ts'
import { readFields } from '../read-fields.ts'
import type { Reading } from '../reading.ts'
import { may, personOf } from '../sign-in/signed-in.ts'
import { decisionBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { parseMatchList } from '../view/match-list.ts'
import { readSelection, selectionOf } from '../view/read-selection.ts'

type Slug = { slug: string }
type BulkParams = { slug: string; id: string }

/** What a decision about the selection would do: exactly how many, and which not, and why. Nothing is recorded. */
export function previewBulkReview(app: Reading, memory: Memory): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const { decision, list } = readFields(req.body, ['decision', 'list'])
    const { repositories, all } = readSelection(req.body)
    const selection = await selectionOf(app, memory, slug, { repositories, all, list })
    const reviewer = personOf(res).fullName
    const preview = await previewBulk(app, { work: slug, selection, decision, reviewer })
    res.send(
      renderBulkPreviewPage({
        ...(await frame(app, res, slug, { title: 'Decide about many', list })),
        decision: decisionBadge(preview.decision),
        value: preview.decision,
        accuses: preview.decision === 'infringing',
        selected: preview.selected,
        repositories: preview.repositories.map((repository) => ({
          repository,
          href: links.match(slug, repository),
        })),
        refused: preview.refused.map(({ repository, reason }) => ({
          repository,
          href: links.match(slug, repository),
          reason,
        })),
        action: links.bulks(slug),
        back: links.matches(slug, parseMatchList(list)),
        reviewer,
        seen: preview.seen,
        list,
        all,
        ids: all ? '' : repositories.join(','),
      }),
    )
  }
}

/** Records the decision that was shown, for those it was shown for. */
export function postBulkReview(app: Acting & Reading, memory: Memory): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const fields = readFields(req.body, ['decision', 'reason', 'fairUse', 'reviewer', 'seen', 'list'])
    const { repositories, all } = readSelection(req.body)
    const { bulk } = await reviewInBulk(actingAs(app, res), {
      work: slug,
      selection: await selectionOf(app, memory, slug, { repositories, all, list: fields.list }),
      list: all ? fields.list : null,
      decision: fields.decision,
      // Nobody decides in another's name; whoever holds the machine says who they are.
      reviewer: personOf(res).fullName ?? fields.reviewer,
      reason: fields.reason,
      seen: fields.seen,
      ...(fields.fairUse === '' ? {} : { fairUse: fields.fairUse }),
    })
    res.redirect(303, links.bulk(slug, bulk))
  }
}

/** What was decided in bulk, what of it stands, and the way back. */
export function showBulkPage(app: Reading): RequestHandler<BulkParams> {
  return async (req, res) => {
    const { slug, id } = req.params
    const bulk = await showBulk(app, slug, Number(id))
    const row = (repository: string) => ({ repository, href: links.match(slug, repository) })
    res.send(
      renderBulkPage({
        ...(await frame(app, res, slug, {
          title: `Decided in bulk, number ${bulk.id}`,
          list: bulk.list ?? '',
        })),
        slug,
        id: bulk.id,
        decision: decisionBadge(bulk.decision),
        reviewer: bulk.reviewer,
        by: bulk.by,
        at: bulk.at,
        reason: bulk.reason,
        fairUse: bulk.fairUse,
        listHref: bulk.list === null ? null : links.matches(slug, parseMatchList(bulk.list)),
        decided: bulk.open.length + bulk.left.length + bulk.takenBack.length,
        open: bulk.open.map(row),
        left: bulk.left.map(({ repository, reason }) => ({ ...row(repository), reason })),
        takenBack: bulk.takenBack.map(row),
        takeBack: may(res, 'decide') && bulk.open.length > 0 ? links.bulkBack(slug, bulk.id) : null,
      }),
    )
  }
}

export function postTakeBack(app: Acting): RequestHandler<BulkParams> {
  return async (req, res) => {
    const { slug, id } = req.params
    const { bulk } = await takeBackBulk(actingAs(app, res), { work: slug, bulk: Number(id) })
    res.redirect(303, links.bulk(slug, bulk))
  }
}

async function frame(
  app: Reading,
  res: Response,
  slug: string,
  { title, list }: { title: string; list: string },
) {
  const { work } = await showWorkHead(app, slug)
  return frameOf(res, {
    title,
    section: 'works',
    crumbs: [
      { text: 'Works', href: links.works() },
      { text: work.title, href: links.work(slug) },
      { text: 'Matches', href: links.matches(slug, parseMatchList(list)) },
    ],
    tabs: { slug, tab: 'matches' },
  })
}
