import express, { Router, type RequestHandler } from 'express'
import type { WorkIntakes } from '../../tasks/intake/take-in.ts'
import { actingAs } from '../acting.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import type { Reading } from '../reading.ts'
import { links } from '../view/links.ts'
import type { TakingIn } from '../work-new/receive-source.ts'
import { sendBegun } from '../work-new/routes.ts'
import {
  actClaimant,
  actOfficial,
  actOfficialRemoval,
  actRemoval,
  beginBaseline,
  beginVersion,
  postPart,
  postSource,
  type Act,
} from './act.ts'
import { showWorkSettingsPage } from './show-work-settings.ts'

type Slug = { slug: string }

/** What belongs to a work, by page and by API. */
export function workSettingsRoutes(app: Reading & TakingIn, intakes: WorkIntakes): Router {
  const scan = requirePermission('scan')
  const draft = requirePermission('draft')
  // That something is not the owner's is a judgement: whoever searches and drafts does not make it alone.
  const decide = requirePermission('decide')
  const form = [readForm, requireFormToken]
  const json = [express.json({ limit: '64kb' }), requireFormToken]
  const back = links.workSettings
  return Router()
    .get('/works/:slug/settings', showWorkSettingsPage(app))
    .post('/works/:slug/versions', scan, postSource(app, intakes, { part: 'versions', begin: beginVersion }))
    .post(
      '/works/:slug/baselines',
      scan,
      postSource(app, intakes, { part: 'baselines', begin: beginBaseline }),
    )
    .post(
      '/works/:slug/official',
      form,
      scan,
      postPart(app, { part: 'official', act: actOfficial, next: back }),
    )
    .post(
      '/works/:slug/official-removal',
      form,
      decide,
      postPart(app, { part: 'official-removal', act: actOfficialRemoval, next: back }),
    )
    .post(
      '/works/:slug/claimant',
      form,
      draft,
      postPart(app, { part: 'claimant', act: actClaimant, next: back }),
    )
    .post(
      '/works/:slug/removal',
      form,
      requirePermission('manage'),
      postPart(app, { part: 'removal', act: actRemoval, next: links.works }),
    )
    .post('/api/v1/works/:slug/versions', scan, sendBegunFor(app, intakes, beginVersion))
    .post('/api/v1/works/:slug/baselines', scan, sendBegunFor(app, intakes, beginBaseline))
    .post('/api/v1/works/:slug/official', json, scan, sendActed(app, actOfficial))
    .post('/api/v1/works/:slug/official-removal', json, decide, sendActed(app, actOfficialRemoval))
    .post('/api/v1/works/:slug/claimant', json, draft, sendActed(app, actClaimant))
}

function sendBegunFor(app: TakingIn, intakes: WorkIntakes, begin: typeof beginVersion): RequestHandler<Slug> {
  return (req, res, next) => sendBegun(app, intakes, begin(intakes, req.params.slug))(req as never, res, next)
}

/** The same document as the command's `--json`. */
function sendActed(app: TakingIn, act: Act): RequestHandler<Slug> {
  return async (req, res) =>
    void res.json(await act(actingAs(app, res), req.params.slug, (req.body ?? {}) as never))
}
