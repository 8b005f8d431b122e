import type { RequestHandler } from 'express'
import { ClawbackError } from '../errors.ts'
import { renderDraftedPage } from '../render/pages/drafted-page.ts'
import { draftWorkNotices } from '../tasks/notice/draft-notices.ts'
import { listOverreach } from '../tasks/list-overreach.ts'
import { showNotice } from '../tasks/notice/show-notice.ts'
import { showWorkHead } from '../tasks/show-work.ts'
import { actingAs, type Acting } from './acting.ts'
import { noticeBadge } from './view/badges.ts'
import { frameOf } from './view/frame-of.ts'
import { links } from './view/links.ts'
import { reachRows } from './view/reach-rows.ts'

/** Drafts notices over what was reviewed as infringing, and shows what each wording could disable. */
export function postDrafts(app: Acting): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const { notices, problems, reach } = await draftWorkNotices(actingAs(app, res), {
      work: slug,
      only: [],
      except: [],
      kind: 'takedown',
      about: null,
    })
    res.send(
      renderDraftedPage({
        ...frameOf(res, {
          title: 'Drafted',
          section: 'notices',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
        }),
        notices: notices.map((notice) => ({
          id: notice.id,
          href: links.notice(notice.id),
          status: noticeBadge(notice.status),
          named: notice.repositories.length,
          scope: notice.scope,
        })),
        problems: problems.map(({ severity, code, message, fix }) => ({
          tone: severity === 'error' ? 'red' : 'amber',
          code,
          message,
          fix,
        })),
        reach: reachRows(reach),
      }),
    )
  }
}

/** Drafts the retraction of everything that a notice disabled without naming it. */
export function postRetraction(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { id } = req.params
    const { work } = await showNotice(app, id)
    const swept = (await listOverreach(app, work)).filter(({ notice }) => notice === id)
    // A retraction that lists nothing would take back the whole notice.
    if (swept.length === 0) {
      throw new ClawbackError(
        'NOTHING_SWEPT',
        `Nothing is known to be disabled under ${id} without being named in it`,
        `Look again: clawback recheck ${work}. To take back the notice itself: clawback notice draft ${work} --kind retraction --about ${id}`,
      )
    }
    const { notices } = await draftWorkNotices(actingAs(app, res), {
      work,
      only: swept.map(({ repository }) => repository),
      except: [],
      kind: 'retraction',
      about: id,
    })
    res.redirect(
      303,
      notices[0] === undefined ? `${links.notice(id)}#overreach` : links.notice(notices[0].id),
    )
  }
}
