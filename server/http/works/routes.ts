import { Router } from 'express'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { sendDaysCsv, sendFiguresCsv, sendFiguresJson, showFiguresPage } from './figures.ts'
import { showOriginalsPage } from './originals.ts'
import { sendWork, showWorkPage } from './work.ts'
import { sendWorks, showWorksPage, type FirstRun } from './works.ts'

/** Every work at a glance, and one: what became of its copies, its originals, its figures. */
export function workRoutes(app: Reading & FirstRun, memory: Memory, offersDemo: boolean): Router {
  return Router()
    .get('/', showWorksPage(app, memory, offersDemo))
    .get('/works/:slug', showWorkPage(app, memory))
    .get('/works/:slug/originals', showOriginalsPage(app, memory))
    .get('/works/:slug/figures', showFiguresPage(app, memory))
    .get('/works/:slug/figures/figures.csv', sendFiguresCsv(app, memory))
    .get('/works/:slug/figures/days.csv', sendDaysCsv(app, memory))
    .get('/works/:slug/figures/figures.json', sendFiguresJson(app, memory))
    .get('/api/v1/works', sendWorks(app))
    .get('/api/v1/works/:slug', sendWork(app))
}
