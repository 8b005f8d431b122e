import type { RequestHandler } from 'express'
import { removeView, renameView, saveView } from '../../tasks/views/saved-views.ts'
import type { Acting } from '../acting.ts'
import { readFields } from '../read-fields.ts'
import { links } from '../view/links.ts'
import { formatMatchList, parseMatchList } from '../view/match-list.ts'
import { viewerOf } from '../view/viewer-of.ts'

type ViewParams = { slug: string; id: string }

/** Keeps the list that the page showed under a name. */
export function postView(app: Acting): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { name, query, shared } = readFields(req.body, ['name', 'query', 'shared'])
    const list = parseMatchList(query)
    await saveView(app, viewerOf(res), {
      work: slug,
      name,
      query: formatMatchList(list),
      shared: shared === 'yes',
    })
    res.redirect(303, links.matches(slug, list))
  }
}

export function postViewName(app: Acting): RequestHandler<ViewParams> {
  return async (req, res) => {
    const { slug, id } = req.params
    const { name, query } = readFields(req.body, ['name', 'query'])
    await renameView(app, viewerOf(res), { work: slug, id: Number(id), name })
    res.redirect(303, links.matches(slug, parseMatchList(query)))
  }
}

export function postViewRemoval(app: Acting): RequestHandler<ViewParams> {
  return async (req, res) => {
    const { slug, id } = req.params
    const { query } = readFields(req.body, ['query'])
    await removeView(app, viewerOf(res), { work: slug, id: Number(id) })
    res.redirect(303, links.matches(slug, parseMatchList(query)))
  }
}
