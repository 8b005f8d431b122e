import express, { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import { ClawbackError } from '../../errors.ts'
import { planWorkProbes } from '../../tasks/plan-probes.ts'
import { askForScan } from '../../tasks/scan/ask-for-scan.ts'
import { listRequests } from '../../tasks/scan/list-requests.ts'
import { listScans } from '../../tasks/scan/list-scans.ts'
import { pauseScan } from '../../tasks/scan/pause-scan.ts'
import { resumeScan } from '../../tasks/scan/resume-scan.ts'
import { requireScan, showScan } from '../../tasks/scan/show-scan.ts'
import { actingAs } from '../acting.ts'
import { requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { scanRequest } from '../openapi/schemas/scan.ts'
import { readQuery } from '../view/read-query.ts'
import { readId } from './read-id.ts'
import { readProbes } from './read-scan-fields.ts'
import type { Scanning } from './scanning.ts'

type Slug = { slug: string }
type ScanOf = { slug: string; id: string }

const most = 100

/** The same by programs: a token needs the scope `scan` for what acts. */
export function scanApi(app: Scanning): Router {
  const scan = requirePermission('scan')
  const json = [express.json({ limit: '256kb' }), requireFormToken, scan]
  return Router()
    .get('/api/v1/works/:slug/probes', scan, sendProbes(app))
    .get('/api/v1/works/:slug/scans', sendScans(app))
    .post('/api/v1/works/:slug/scans', json, beginScan(app))
    .get('/api/v1/works/:slug/scans/:id', sendScan(app))
    .get('/api/v1/works/:slug/scans/:id/requests', sendRequests(app))
    .post('/api/v1/works/:slug/scans/:id/pause', json, changeScan(app, pauseScan))
    .post('/api/v1/works/:slug/scans/:id/resume', json, changeScan(app, resumeScan))
}

function sendProbes(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { limit } = readQuery(req.query, ['limit'])
    res.json(await planWorkProbes(app, req.params.slug, readProbes(limit ?? '') ?? 30))
  }
}

function sendScans(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { before } = readQuery(req.query, ['before'])
    res.json(await listScans(app, req.params.slug, { before: readId(before), limit: most }))
  }
}

function beginScan(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const { id } = await askForScan(actingAs(app, res), slug, readScanRequest(req.body))
    res.status(202).location(`/api/v1/works/${slug}/scans/${id}`)
    res.json(await showScan(app, slug, id))
  }
}

function sendScan(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => void res.json(await showScan(app, req.params.slug, readId(req.params.id)))
}

function sendRequests(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { before } = readQuery(req.query, ['before'])
    const { scan } = await requireScan(app.db, req.params.slug, readId(req.params.id))
    res.json(await listRequests(app, scan.id, { bucket: null, before: readId(before), limit: most }))
  }
}

function changeScan(
  app: Scanning,
  change: (app: Scanning & { actor: string }, slug: string, id: number) => Promise<unknown>,
): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { slug, id } = req.params
    const { scan } = await requireScan(app.db, slug, readId(id))
    await change(actingAs(app, res), slug, scan.id)
    res.json(await showScan(app, slug, scan.id))
  }
}

function readScanRequest(body: unknown): Parameters<typeof askForScan>[2] {
  const read = scanRequest.safeParse(body ?? {})
  if (read.success) {
    const { probes = null, repositories = [], networks = [], tips = '', without = [] } = read.data
    return { probes, repositories, networks, tips, without }
  }
  throw new ClawbackError(
    'REQUEST_INVALID',
    `This asks for no scan: ${z.prettifyError(read.error).split('\n')[0] ?? ''}`,
    'Send what /api/v1/openapi.json describes.',
  )
}
