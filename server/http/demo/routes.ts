import { Router, type RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderDemoPage } from '../../render/pages/demo-page.ts'
import type { DemoRunner } from '../../tasks/demo/create-demo-runner.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { holdsMachine } from '../work-new/receive-source.ts'

/** The demo, started and ended from a page. */
export function demoRoutes(demo: DemoRunner): Router {
  const form = [readForm, requireFormToken, requireHolder]
  return Router()
    .get('/demo', requireHolder, showDemoPage(demo))
    .get('/demo/state', requireHolder, sendDemoState(demo))
    .post('/demo', form, postDemo(demo))
    .post('/demo/end', form, postDemoEnd(demo))
}

/** It starts a process on the machine, and its pages are on the machine's own loopback. */
const requireHolder: RequestHandler = (_req, res, next) => {
  if (holdsMachine(res)) next()
  else {
    throw new ClawbackError(
      'NOT_PERMITTED',
      'The demo is started only by whoever holds this machine, signed in by its one-time link',
      'Run "clawback demo" on a machine of your own: it needs no token and asks nobody.',
    )
  }
}

function showDemoPage(demo: DemoRunner): RequestHandler {
  return (_req, res) => {
    const state = demo.state()
    res.send(
      renderDemoPage({
        ...frameOf(res, {
          title: 'Demo',
          section: 'works',
          crumbs: [{ text: 'Works', href: links.works() }],
        }),
        off: state.kind === 'off',
        starting: state.kind === 'starting',
        link: state.kind === 'ready' ? state.link : null,
        failed: state.kind === 'failed' ? state.reason : null,
        stateHref: '/demo/state',
      }),
    )
  }
}

/** As an intake tells how far it is, so that the same script follows both. */
function sendDemoState(demo: DemoRunner): RequestHandler {
  return (_req, res) => {
    const { kind } = demo.state()
    res.json({ state: kind === 'starting' ? 'reading' : kind, progress: null })
  }
}

function postDemo(demo: DemoRunner): RequestHandler {
  return (_req, res) => {
    demo.start()
    res.redirect(303, '/demo')
  }
}

function postDemoEnd(demo: DemoRunner): RequestHandler {
  return async (_req, res) => {
    await demo.stop()
    res.redirect(303, '/demo')
  }
}
