import type { Request, RequestHandler, Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderWorkNewPage } from '../../render/pages/work-new-page.ts'
import { largestUpload } from '../../tasks/intake/keep-upload.ts'
import { takeInWork, type WorkIntakes } from '../../tasks/intake/take-in.ts'
import { statusOf } from '../show-problem.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { emptyWorkForm, readWorkForm, toNewWork, type WorkForm } from './read-work-form.ts'
import { holdsMachine, receiveSource, type Begin, type TakingIn } from './receive-source.ts'

export const beginWork =
  (intakes: WorkIntakes): Begin =>
  (app, source, fields) =>
    takeInWork(app, intakes, source, toNewWork(readWorkForm(fields)))

/** The form by which a work is added. */
export function showWorkNewPage(intakes: WorkIntakes): RequestHandler {
  return (_req, res) => sendForm(res, intakes, emptyWorkForm, null)
}

/** Begins, and shows how far it is; what is wrong with the form is said on the form, with all that was written. */
export function postWork(app: TakingIn, intakes: WorkIntakes): RequestHandler {
  return async (req: Request, res: Response) => {
    const written: { form: WorkForm | null } = { form: null }
    try {
      const intake = await receiveSource(app, intakes, {
        req,
        res,
        begin: beginWork(intakes),
        tell: (fields) => (written.form = readWorkForm(fields)),
      })
      res.redirect(303, links.intake(intake.id))
    } catch (error) {
      if (!(error instanceof ClawbackError) || written.form === null) throw error
      sendForm(res, intakes, written.form, error)
    }
  }
}

function sendForm(res: Response, intakes: WorkIntakes, form: WorkForm, error: ClawbackError | null): void {
  if (error !== null) res.status(statusOf(error))
  res.send(
    renderWorkNewPage({
      ...frameOf(res, {
        title: 'Add a work',
        section: 'works',
        crumbs: [{ text: 'Works', href: links.works() }],
      }),
      form,
      problem: error,
      holdsMachine: holdsMachine(res),
      largestUpload,
      underWay: intakes.underWay().map(({ id, name }) => ({ name, href: links.intake(id) })),
    }),
  )
}
