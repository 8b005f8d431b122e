import type { RequestHandler } from 'express'
import { renderScanRequestsPage } from '../../render/pages/scan-requests-page.ts'
import { renderScanStepsPage } from '../../render/pages/scan-steps-page.ts'
import type { Frame } from '../../render/pages/engine.ts'
import { ClawbackError } from '../../errors.ts'
import { listRequests } from '../../tasks/scan/list-requests.ts'
import { listSteps } from '../../tasks/scan/list-steps.ts'
import { requireScan } from '../../tasks/scan/show-scan.ts'
import type { SelectField } from '../../render/pages/select-field.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { readQuery } from '../view/read-query.ts'
import { bucketName, kindNames } from './progress-view.ts'
import { readId } from './read-id.ts'
import type { Scanning } from './scanning.ts'

type ScanOf = { slug: string; id: string }

const pageSize = 100
const buckets = ['core', 'graphql', 'code_search', 'search']
const statuses = ['done', 'pending', 'could-not-tell'] as const

/** The ledger: every request of a scan, the newest first. */
export function showScanRequestsPage(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { slug } = req.params
    const { work, scan } = await requireScan(app.db, slug, readId(req.params.id))
    const { bucket, before } = readQuery(req.query, ['bucket', 'before'])
    const lines = await listRequests(app, scan.id, {
      bucket: oneOf(bucket, buckets, 'bucket'),
      before: readId(before),
      limit: pageSize + 1,
    })
    const shown = lines.slice(0, pageSize)
    res.send(
      renderScanRequestsPage({
        ...frameOf(res, framed('Requests', { slug, title: work.title, id: scan.id })),
        id: scan.id,
        action: links.scanRequests(slug, scan.id),
        fields: [
          selectOf(
            'bucket',
            'Budget',
            bucket,
            buckets.map((one) => [one, bucketName(one)]),
          ),
        ],
        lines: shown.map((line) => ({
          ...line,
          at: `${line.at.slice(0, 19).replace('T', ' ')} UTC`,
          bucket: bucketName(line.bucket),
        })),
        newest: before === undefined ? null : links.scanRequests(slug, scan.id, { bucket }),
        older:
          lines.length > pageSize
            ? links.scanRequests(slug, scan.id, { bucket, before: shown.at(-1)!.id })
            : null,
      }),
    )
  }
}

/** Every step of a scan, with what could not be told and why. */
export function showScanStepsPage(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { slug } = req.params
    const { work, scan } = await requireScan(app.db, slug, readId(req.params.id))
    const { kind, status, after } = readQuery(req.query, ['kind', 'status', 'after'])
    const steps = await listSteps(app, scan.id, {
      kind: oneOf(kind, Object.keys(kindNames), 'kind'),
      status: oneOf(status, statuses, 'status'),
      after: readId(after) ?? 0,
      limit: pageSize + 1,
    })
    const shown = steps.slice(0, pageSize)
    const query = { kind, status }
    res.send(
      renderScanStepsPage({
        ...frameOf(res, framed('Steps', { slug, title: work.title, id: scan.id })),
        id: scan.id,
        action: links.scanSteps(slug, scan.id),
        fields: [
          selectOf('kind', 'Kind', kind, Object.entries(kindNames)),
          selectOf(
            'status',
            'Outcome',
            status,
            statuses.map((one) => [one, statusWord(one)]),
          ),
        ],
        steps: shown.map((step) => ({
          ...step,
          kind: kindNames[step.kind] ?? step.kind,
          status: { text: statusWord(step.status), tone: tones[step.status] },
        })),
        first: after === undefined ? null : links.scanSteps(slug, scan.id, query),
        next:
          steps.length > pageSize
            ? links.scanSteps(slug, scan.id, { ...query, after: shown.at(-1)!.id })
            : null,
      }),
    )
  }
}

const tones = { done: 'green', pending: 'plain', 'could-not-tell': 'amber' } as const

function statusWord(status: (typeof statuses)[number]): string {
  return status === 'could-not-tell' ? 'could not tell' : status
}

function framed(
  title: string,
  { slug, title: work, id }: { slug: string; title: string; id: number },
): Pick<Frame, 'title' | 'section' | 'crumbs' | 'tabs'> {
  return {
    title: `${title} of scan ${id}`,
    section: 'works',
    crumbs: [
      { text: 'Works', href: links.works() },
      { text: work, href: links.work(slug) },
      { text: 'Scans', href: links.scans(slug) },
      { text: `Scan ${id}`, href: links.scan(slug, id) },
    ],
    tabs: { slug, tab: 'scans' },
  }
}

function selectOf(
  name: string,
  label: string,
  chosen: string | undefined,
  options: readonly (readonly [string, string])[],
): SelectField {
  return {
    name,
    label,
    options: [
      { value: '', text: 'All', chosen: chosen === undefined },
      ...options.map(([value, text]) => ({ value, text, chosen: value === chosen })),
    ],
  }
}

/** @throws ClawbackError FILTER_INVALID */
function oneOf<Word extends string>(
  given: string | undefined,
  words: readonly Word[],
  what: string,
): Word | null {
  if (given === undefined) return null
  const word = words.find((one) => one === given)
  if (word !== undefined) return word
  throw new ClawbackError(
    'FILTER_INVALID',
    `"${given.slice(0, 40)}" is no ${what}`,
    'Choose one that the page offers.',
  )
}
