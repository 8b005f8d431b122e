import express, { Router, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import { ClawbackError } from '../../errors.ts'
import { reviewMatches } from '../../tasks/review-matches.ts'
import { previewBulk } from '../../tasks/review/preview-bulk.ts'
import { reviewInBulk } from '../../tasks/review/review-in-bulk.ts'
import type { BulkSelection } from '../../tasks/review/select-for-bulk.ts'
import { showBulk } from '../../tasks/review/show-bulk.ts'
import { takeBackBulk } from '../../tasks/review/take-back-bulk.ts'
import { actingAs, type Acting } from '../acting.ts'
import { requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import type { Memory } from '../memory.ts'
import { bulkPreviewRequest, bulkRequest, reviewRequest } from '../openapi/schemas/review.ts'
import type { Reading } from '../reading.ts'
import { personOf } from '../sign-in/signed-in.ts'
import { formatMatchList, parseMatchList, recallMatchIds } from '../view/match-list.ts'

type Slug = { slug: string }
type MatchOf = { slug: string; owner: string; name: string }
type BulkOf = { slug: string; id: string }

/** Deciding by programs: a token needs the scope `decide`, and decides in its user's name. */
export function reviewApi(app: Acting & Reading, memory: Memory): Router {
  const json = [express.json({ limit: '1mb' }), requireFormToken, requirePermission('decide')]
  return Router()
    .post('/api/v1/works/:slug/matches/:owner/:name/review', json, sendReview(app))
    .post('/api/v1/works/:slug/reviews/preview', json, sendPreview(app, memory))
    .post('/api/v1/works/:slug/reviews', json, sendReviews(app, memory))
    .get('/api/v1/works/:slug/reviews/:id', sendBulk(app))
    .post('/api/v1/works/:slug/reviews/:id/back', json, sendTakenBack(app))
}

function sendReview(app: Acting): RequestHandler<MatchOf> {
  return async (req, res) => {
    const { slug, owner, name } = req.params
    const { identical = false, kind = 'first', fairUse, ...given } = read(reviewRequest, req.body)
    const repository = `${owner}/${name}`
    res.json(
      await reviewMatches(actingAs(app, res), {
        work: slug,
        repositories: identical ? [] : [repository],
        ...(identical ? { sameAs: repository } : {}),
        ...(fairUse === undefined ? {} : { fairUse }),
        kind,
        reviewer: reviewerOf(res),
        ...given,
      }),
    )
  }
}

function sendPreview(app: Reading, memory: Memory): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const { decision, ...selected } = read(bulkPreviewRequest, req.body)
    const selection = await selectionOf(app, memory, slug, selected)
    res.json(await previewBulk(app, { work: slug, selection, decision, reviewer: reviewerOf(res) }))
  }
}

function sendReviews(app: Acting & Reading, memory: Memory): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const { repositories, list, fairUse, ...given } = read(bulkRequest, req.body)
    res.json(
      await reviewInBulk(actingAs(app, res), {
        work: slug,
        selection: await selectionOf(app, memory, slug, { repositories, list }),
        list: list === undefined ? null : formatMatchList(parseMatchList(list)),
        reviewer: reviewerOf(res),
        ...(fairUse === undefined ? {} : { fairUse }),
        ...given,
      }),
    )
  }
}

function sendBulk(app: Reading): RequestHandler<BulkOf> {
  return async (req, res) => void res.json(await showBulk(app, req.params.slug, Number(req.params.id)))
}

function sendTakenBack(app: Acting): RequestHandler<BulkOf> {
  return async (req, res) => {
    const { slug, id } = req.params
    res.json(await takeBackBulk(actingAs(app, res), { work: slug, bulk: Number(id) }))
  }
}

async function selectionOf(
  app: Reading,
  memory: Memory,
  slug: string,
  { repositories, list }: { repositories?: string[] | undefined; list?: string | undefined },
): Promise<BulkSelection> {
  if (repositories !== undefined && list === undefined) return { names: repositories }
  if (repositories === undefined && list !== undefined)
    return { matches: await recallMatchIds(app, memory, slug, parseMatchList(list)) }
  throw new ClawbackError(
    'REQUEST_INVALID',
    'Either repositories or a list is needed, and not both',
    'Send what /api/v1/openapi.json describes.',
  )
}

/** Nobody decides in another's name, and whoever holds the machine has none that is known here. */
function reviewerOf(res: Response): string {
  const { fullName } = personOf(res)
  if (fullName !== null) return fullName
  throw new ClawbackError(
    'PERSON_NEEDED',
    'A decision needs a named person',
    'Use a token of a user, who has a name in full; or decide on the page.',
  )
}

function read<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const given = { ...(body as Record<string, unknown> | undefined) }
  delete given['form-token']
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ClawbackError(
    'REQUEST_INVALID',
    `This decides nothing: ${z.prettifyError(result.error).split('\n')[0] ?? ''}`,
    'Send what /api/v1/openapi.json describes.',
  )
}
