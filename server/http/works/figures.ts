import type { RequestHandler } from 'express'
import { renderFiguresPage } from '../../render/pages/figures-page.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import { writeDaysCsv, writeFiguresCsv } from '../../tasks/write-status-csv.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { chartOf } from '../view/chart-of.ts'
import { figuresOf } from '../view/figures-of.ts'
import { frameOf } from '../view/frame-of.ts'
import { funnelOf } from '../view/funnel.ts'
import { links } from '../view/links.ts'
import { measuresOf } from '../view/measures.ts'
import { recallSituation, recallStatus } from '../view/recall-work.ts'

type OfWork = RequestHandler<{ slug: string }>

/** The figures of a work, each with its definition: how fast, what became of it, how precise, at what cost. */
export function showFiguresPage(app: Reading, memory: Memory): OfWork {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const situation = await recallSituation(app, memory, slug)
    const status = (await recallStatus(app, memory, slug)).works[0]!
    res.send(
      renderFiguresPage({
        ...frameOf(res, {
          title: 'Figures',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
          tabs: { slug, tab: 'figures' },
        }),
        slug,
        downloads: {
          figures: links.figuresFile(slug, 'figures.csv'),
          days: links.figuresFile(slug, 'days.csv'),
          json: links.figuresFile(slug, 'figures.json'),
        },
        chart: chartOf(status, situation),
        ...measuresOf(status.figures),
        funnel: funnelOf(slug, situation.matches, situation.scan),
        figures: figuresOf(status),
      }),
    )
  }
}

export function sendFiguresCsv(app: Reading, memory: Memory): OfWork {
  return async (req, res) => {
    const { slug } = req.params
    res.attachment(`${slug}-figures.csv`).type('text/csv; charset=utf-8')
    res.send(writeFiguresCsv(await recallStatus(app, memory, slug)))
  }
}

export function sendDaysCsv(app: Reading, memory: Memory): OfWork {
  return async (req, res) => {
    const { slug } = req.params
    res.attachment(`${slug}-days.csv`).type('text/csv; charset=utf-8')
    res.send(writeDaysCsv(await recallStatus(app, memory, slug)))
  }
}

export function sendFiguresJson(app: Reading, memory: Memory): OfWork {
  return async (req, res) => {
    const { slug } = req.params
    res.attachment(`${slug}-figures.json`).json(await recallStatus(app, memory, slug))
  }
}
