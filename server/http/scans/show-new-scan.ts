import type { RequestHandler } from 'express'
import { renderNewScanPage } from '../../render/pages/new-scan-page.ts'
import { planWorkProbes } from '../../tasks/plan-probes.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { readQuery } from '../view/read-query.ts'
import { readProbes } from './read-scan-fields.ts'
import type { Scanning } from './scanning.ts'

const usual = 30
const mostListed = 100

/** What a scan would send, before anything is sent. */
export function showNewScanPage(app: Scanning, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const { probes } = readQuery(req.query, ['probes'])
    const limit = readProbes(probes ?? '') ?? usual
    const plan = await memory.recall(`probes ${limit} ${slug}`, () => planWorkProbes(app, slug, limit))
    res.send(
      renderNewScanPage({
        ...frameOf(res, {
          title: 'New scan',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Scans', href: links.scans(slug) },
          ],
          tabs: { slug, tab: 'scans' },
        }),
        here: links.newScan(slug),
        action: links.scans(slug),
        limit,
        searches: [
          ...plan.probes.map(({ query, original, why }) => ({
            kind: 'code',
            query,
            key: query,
            original,
            why,
          })),
          ...plan.names.map(({ query, original, why }) => ({
            kind: 'repositories',
            query,
            key: query,
            original: original ?? null,
            why,
          })),
          ...plan.trees.map(({ tree, folder }) => ({
            kind: 'commits',
            query: `tree:${tree}`,
            key: tree,
            original: folder,
            why: 'a repository with exactly these files',
          })),
        ],
        coverage: plan.coverage,
        notSearchable: plan.notSearchable.slice(0, mostListed),
        notSearchableMore: Math.max(0, plan.notSearchable.length - mostListed),
        unseen: plan.unseen,
      }),
    )
  }
}
