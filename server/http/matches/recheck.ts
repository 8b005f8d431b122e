import type { RequestHandler } from 'express'
import { askForRecheck } from '../../tasks/recheck/ask-for-recheck.ts'
import { actingAs, type Acting } from '../acting.ts'
import type { Memory } from '../memory.ts'
import { readFields } from '../read-fields.ts'
import type { Reading } from '../reading.ts'
import { links } from '../view/links.ts'
import { parseMatchList } from '../view/match-list.ts'
import { readSelection, selectionOf } from '../view/read-selection.ts'

export type Rechecking = Acting & Reading & Pick<Parameters<typeof askForRecheck>[0], 'jobs'>

/** Has a worker look at the selected matches again, and says so on the list. */
export function postRecheck(app: Rechecking, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { list } = readFields(req.body, ['list'])
    const selection = await selectionOf(app, memory, slug, { ...readSelection(req.body), list })
    const { asked } = await askForRecheck(actingAs(app, res), { work: slug, selection })
    res.redirect(303, links.matches(slug, { ...parseMatchList(list), asked }))
  }
}
