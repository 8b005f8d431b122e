import type { RequestHandler, Response } from 'express'
import type { ClawbackError } from '../../errors.ts'
import { renderWorkSettingsPage, type WorkSettingsPage } from '../../render/pages/work-settings-page.ts'
import { largestUpload } from '../../tasks/intake/keep-upload.ts'
import { showWorkSettings } from '../../tasks/show-work-settings.ts'
import type { Reading } from '../reading.ts'
import { readFields } from '../read-fields.ts'
import { statusOf } from '../show-problem.ts'
import { may } from '../sign-in/signed-in.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { holdsMachine } from '../work-new/receive-source.ts'

export type Part = 'versions' | 'baselines' | 'official' | 'official-removal' | 'claimant' | 'removal'

/** A form of the page that was refused, with what was written into it. */
export interface Refused {
  part: Part
  error: ClawbackError
  fields: Record<string, unknown>
}

const claimantTexts = ['name', 'role', 'organization', 'authority', 'email', 'phone', 'address'] as const

/** What belongs to a work, who complains for it, and how more of it is taken in. */
export function showWorkSettingsPage(app: Reading): RequestHandler<{ slug: string }> {
  return (req, res) => sendWorkSettings(app, res, req.params.slug, null)
}

/** @throws ClawbackError WORK_UNKNOWN */
export async function sendWorkSettings(
  app: Reading,
  res: Response,
  slug: string,
  refused: Refused | null,
): Promise<void> {
  const { claimant, ...work } = await showWorkSettings(app, slug)
  const written = refused?.part === 'claimant' ? refused.fields : (claimant ?? { role: 'owner' })
  if (refused !== null) res.status(statusOf(refused.error))
  res.send(
    renderWorkSettingsPage({
      ...frameOf(res, {
        title: `Settings of ${work.title}`,
        section: 'works',
        crumbs: [
          { text: 'Works', href: links.works() },
          { text: work.title, href: links.work(slug) },
        ],
        tabs: { slug, tab: 'settings' },
      }),
      slug,
      work,
      claimant: may(res, 'draft')
        ? readFields(withoutNulls(written), claimantTexts)
        : readFields({}, claimantTexts),
      claimantIsSet: claimant !== null,
      problem: refused === null ? null : problemOf(refused),
      acts: {
        versions: may(res, 'scan') && !work.fingerprintsOnly ? links.workPart(slug, 'versions') : null,
        baselines: may(res, 'scan') && !work.fingerprintsOnly ? links.workPart(slug, 'baselines') : null,
        official: may(res, 'scan') ? links.workPart(slug, 'official') : null,
        officialRemoval:
          may(res, 'decide') && work.official.length > 0 ? links.workPart(slug, 'official-removal') : null,
        claimant: may(res, 'draft') ? links.workPart(slug, 'claimant') : null,
        removal: may(res, 'manage') ? links.workPart(slug, 'removal') : null,
      },
      holdsMachine: holdsMachine(res),
      largestUpload,
      given: readFields(refused?.fields ?? {}, ['source', 'reason', 'official', 'typed']),
    }),
  )
}

function problemOf({ part, error: { message, fix, code } }: Refused): WorkSettingsPage['problem'] {
  return { part, message, fix, code }
}

function withoutNulls(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))
}
