import type { RequestHandler } from 'express'
import { renderIntakePage, type IntakePage } from '../../render/pages/intake-page.ts'
import type { TakenIn, WorkIntake, WorkIntakes } from '../../tasks/intake/take-in.ts'
import { may } from '../sign-in/signed-in.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { describeIntake } from './describe-intake.ts'

type Id = { id: string }

/** How far a source is read, and what came of it. */
export function showIntakePage(intakes: WorkIntakes): RequestHandler<Id> {
  return (req, res) => {
    const intake = intakes.find(req.params.id)
    const { state, id, name, source, by, startedAt } = intake
    const result = state.kind === 'done' ? state.result : null
    const running = runningOf(intake)
    res.send(
      renderIntakePage({
        ...frameOf(res, {
          title: name,
          section: 'works',
          crumbs: [{ text: 'Works', href: links.works() }],
        }),
        intake: {
          name,
          source,
          by,
          startedAt: startedAt.toISOString(),
          running,
          document: `/api/v1${links.intake(id)}`,
          stop: running !== null && may(res, 'scan') ? links.stopIntake(id) : null,
        },
        stopped: state.kind === 'stopped',
        problem: state.kind === 'failed' ? state.problem : null,
        work: result?.kind === 'work' ? workOf(result) : null,
        baseline: result?.kind === 'baseline' ? baselineOf(result) : null,
        again: links.newWork(),
      }),
    )
  }
}

export function postStop(intakes: WorkIntakes): RequestHandler<Id> {
  return (req, res) => {
    const { id } = intakes.find(req.params.id)
    intakes.stop(id)
    res.redirect(303, links.intake(id))
  }
}

export function sendIntake(intakes: WorkIntakes): RequestHandler<Id> {
  return (req, res) => void res.json(describeIntake(intakes.find(req.params.id)))
}

function runningOf({ state }: WorkIntake): IntakePage['intake']['running'] {
  if (state.kind === 'waiting') {
    return { text: 'waits until the one before it has been read', done: null, total: null }
  }
  if (state.kind !== 'reading') return null
  const { step = 'opening the source', done = null, total = null } = state.progress ?? {}
  return { text: step, done, total }
}

const whys: Readonly<Record<string, string>> = {
  'third-party': 'other people’s code: dependencies, foreign copyright lines and license texts',
  baseline: 'public already, or openly licensed',
  boilerplate: 'what every project has',
  generated: 'a tool wrote it',
  small: 'too little to be anyone’s',
}

function workOf(result: TakenIn & { kind: 'work' }): IntakePage['work'] {
  const { work, version, originals, skipped, notRewritten, ready } = result
  const shown = skipped.slice(0, 20)
  return {
    title: work.title,
    version,
    total: originals.total,
    claimed: originals.claimed,
    excluded: Object.entries(originals.excluded)
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => ({
        reason,
        count,
        why: whys[reason] ?? '',
        href: links.originals(work.slug, { claimed: reason }),
      })),
    skipped: shown,
    skippedMore: skipped.length - shown.length,
    notRewritten: notRewritten.slice(0, 20),
    notRewrittenMore: Math.max(0, notRewritten.length - 20),
    ready,
    href: links.work(work.slug),
    settings: links.workSettings(work.slug),
    originals: links.originals(work.slug),
    probes: `${links.work(work.slug)}/scans/new`,
  }
}

function baselineOf(result: TakenIn & { kind: 'baseline' }): IntakePage['baseline'] {
  const { work, files, excluded, skipped } = result
  return { work, files, excluded, skippedCount: skipped.length, href: links.workSettings(work) }
}
