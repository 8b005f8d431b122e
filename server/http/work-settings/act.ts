import type { RequestHandler, Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { addOfficial } from '../../tasks/add-official.ts'
import { takeInBaseline, takeInVersion, type WorkIntakes } from '../../tasks/intake/take-in.ts'
import { removeOfficial } from '../../tasks/remove-official.ts'
import { removeWork } from '../../tasks/remove-work.ts'
import { setClaimant } from '../../tasks/set-claimant.ts'
import { actingAs } from '../acting.ts'
import type { Reading } from '../reading.ts'
import { readFields } from '../read-fields.ts'
import type { SentFields } from '../multipart/read-multipart.ts'
import { links } from '../view/links.ts'
import { receiveSource, type Begin, type TakingIn } from '../work-new/receive-source.ts'
import { sendWorkSettings, type Part } from './show-work-settings.ts'

type Slug = { slug: string }

/** What one of the page's forms asks for: done, or refused by an error that the page then shows above the form. */
export type Act = (app: TakingIn & { actor: string }, slug: string, fields: SentFields) => Promise<unknown>

export const actOfficial: Act = (app, slug, fields) =>
  addOfficial(app, { work: slug, repository: readFields(fields, ['official']).official })

export const actOfficialRemoval: Act = (app, slug, fields) => {
  const { official, reason } = readFields(fields, ['official', 'reason'])
  return removeOfficial(app, { work: slug, repository: official, reason })
}

export const actClaimant: Act = (app, slug, fields) =>
  setClaimant(
    app,
    slug,
    readFields(fields, ['name', 'role', 'organization', 'authority', 'email', 'phone', 'address']),
  )

/** Nobody removes a work by one click: its short name is typed. */
export const actRemoval: Act = async (app, slug, fields) => {
  if (readFields(fields, ['typed']).typed !== slug) {
    throw new ClawbackError(
      'REMOVAL_NOT_CONFIRMED',
      'What was typed is not the short name of this work; nothing was removed',
      `Type ${slug} to remove it.`,
    )
  }
  return await removeWork(app, slug)
}

export const beginVersion =
  (intakes: WorkIntakes, slug: string): Begin =>
  (app, source) =>
    takeInVersion(app, intakes, source, slug)

export const beginBaseline =
  (intakes: WorkIntakes, slug: string): Begin =>
  (app, source, fields) =>
    takeInBaseline(app, intakes, source, { slug, reason: readFields(fields, ['reason']).reason })

/** A form without a file: it acts, and the page it came from is shown again, or another one. */
export function postPart(
  app: Reading & TakingIn,
  { part, act, next }: { part: Part; act: Act; next: (slug: string) => string },
): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const fields = req.body as SentFields
    await orShowAgain(app, res, { slug, part, fields: () => fields }, async () => {
      await act(actingAs(app, res), slug, fields)
      res.redirect(303, next(slug))
    })
  }
}

/** A form with a SOURCE: it begins, and how far it is is shown. */
export function postSource(
  app: Reading & TakingIn,
  intakes: WorkIntakes,
  { part, begin }: { part: Part; begin: (intakes: WorkIntakes, slug: string) => Begin },
): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    let fields: SentFields | null = null
    await orShowAgain(app, res, { slug, part, fields: () => fields }, async () => {
      const intake = await receiveSource(app, intakes, {
        req,
        res,
        begin: begin(intakes, slug),
        tell: (sent) => (fields = sent),
      })
      res.redirect(303, links.intake(intake.id))
    })
  }
}

/** What is wrong with a form of this session is said above it, with all that was written. */
async function orShowAgain(
  app: Reading,
  res: Response,
  { slug, part, fields }: { slug: string; part: Part; fields: () => SentFields | null },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const sent = fields()
    if (!(error instanceof ClawbackError) || sent === null) throw error
    await sendWorkSettings(app, res, slug, { part, error, fields: sent })
  }
}
