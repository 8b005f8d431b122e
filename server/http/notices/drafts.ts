import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderDraftedPage } from '../../render/pages/drafted-page.ts'
import { draftWorkNotices } from '../../tasks/notice/draft-notices.ts'
import { listNameable } from '../../tasks/notice/list-nameable.ts'
import { listOverreach } from '../../tasks/list-overreach.ts'
import { showNotice } from '../../tasks/notice/show-notice.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readChoices, readFields } from '../read-fields.ts'
import { noticeBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { reachRows } from '../view/reach-rows.ts'

/** Drafts notices over what was reviewed as infringing, and shows what each wording could disable. */
export function postDrafts(app: Acting): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const { notices, problems, reach } = await draftWorkNotices(actingAs(app, res), {
      work: slug,
      ...(await readChoice(app, slug, req.body)),
      citeReturns: readFields(req.body, ['cite']).cite === 'yes',
      kind: 'takedown',
      about: null,
    })
    res.send(
      renderDraftedPage({
        ...frameOf(res, {
          title: 'Drafted',
          section: 'notices',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
        }),
        notices: notices.map((notice) => ({
          id: notice.id,
          href: links.notice(notice.id),
          status: noticeBadge(notice.status),
          named: notice.repositories.length,
          scope: notice.scope,
        })),
        // That nothing is signed yet is what the page says first.
        problems: problems
          .filter(({ code }) => code !== 'not-signed')
          .map(({ severity, code, message, fix }) => ({
            tone: severity === 'error' ? 'red' : 'amber',
            code,
            message,
            fix,
          })),
        reach: reachRows(reach),
      }),
    )
  }
}

/**
 * What was chosen on the page of all that may be named; a form that offers no choice means all of it.
 * @throws ClawbackError NOTHING_CHOSEN
 */
async function readChoice(
  app: Acting,
  slug: string,
  body: unknown,
): Promise<{ only: string[]; except: string[] }> {
  const { chosen, mode } = readFields(body, ['chosen', 'mode'])
  if (chosen === '') return { only: [], except: [] }
  const whole = new Set(readChoices(body, 'network'))
  const inWhole =
    whole.size === 0
      ? []
      : (await listNameable(app, slug))
          .filter(({ root }) => whole.has(root))
          .flatMap(({ repositories }) => repositories.filter(({ notice }) => notice === null))
          .map(({ repository }) => repository)
  const selected = [...new Set([...readChoices(body, 'repository'), ...inWhole])]
  if (mode === 'except') return { only: [], except: selected }
  // To draft only nothing would otherwise be to draft all.
  if (selected.length === 0) throw nothingChosen('Choose at least one repository.')
  return { only: selected, except: [] }
}

function nothingChosen(fix: string): ClawbackError {
  return new ClawbackError('NOTHING_CHOSEN', 'Nothing was chosen', `${fix} Nothing was drafted.`)
}

/** Drafts the retraction of what was chosen, or of everything that a notice disabled without naming it. */
export function postRetraction(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { id } = req.params
    const { work } = await showNotice(app, id)
    const { mode, reason } = readFields(req.body, ['mode', 'reason'])
    const selection = mode === '' ? await selectSwept(app, work, id) : readRetraction(req.body, mode)
    const { notices } = await draftWorkNotices(actingAs(app, res), {
      work,
      ...selection,
      kind: 'retraction',
      about: id,
      reason: reason.replace(/\r\n?/g, '\n'),
    })
    res.redirect(
      303,
      notices[0] === undefined ? `${links.notice(id)}#overreach` : links.notice(notices[0].id),
    )
  }
}

/** @throws ClawbackError NOTHING_CHOSEN, FORM_INVALID */
function readRetraction(body: unknown, mode: string): { only: string[]; except: string[] } {
  const chosen = readChoices(body, 'repository')
  if (mode === 'whole') return { only: [], except: [] }
  // A retraction that lists nothing would take back the whole notice.
  if (chosen.length === 0) throw nothingChosen('Choose what is given back, or the whole notice.')
  if (mode === 'listed') return { only: chosen, except: [] }
  if (mode === 'all-except') return { only: [], except: chosen }
  throw new ClawbackError('FORM_INVALID', 'It is not said what is given back', 'Send the form from its page.')
}

/** @throws ClawbackError NOTHING_SWEPT */
async function selectSwept(
  app: Acting,
  work: string,
  id: string,
): Promise<{ only: string[]; except: string[] }> {
  const swept = (await listOverreach(app, work)).filter(({ notice }) => notice === id)
  if (swept.length === 0) {
    throw new ClawbackError(
      'NOTHING_SWEPT',
      `Nothing is known to be disabled under ${id} without being named in it`,
      `Look again: clawback recheck ${work}. To take back the notice itself: clawback notice draft ${work} --kind retraction --about ${id}`,
    )
  }
  return { only: swept.map(({ repository }) => repository), except: [] }
}
