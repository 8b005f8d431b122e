import type { RequestHandler, Response } from 'express'
import { hashDraft } from '../../core/notice/hash-draft.ts'
import { wordsOf, writtenParts, type NoticeWords } from '../../core/notice/own-words.ts'
import type { NoticeDocument, Solution } from '../../core/notice/types.ts'
import type { NetworkReach } from '../../core/notice/weigh-wordings.ts'
import type { ReachRow } from '../../render/pages/drafted-page.ts'
import { renderDraftWordsPage } from '../../render/pages/draft-words-page.ts'
import { requireDraft } from '../../tasks/notice/find-notice.ts'
import { readDocument, summarizeNotice } from '../../tasks/notice/notice-summary.ts'
import { readTemplates } from '../../tasks/notice/read-templates.ts'
import { weighNotice } from '../../tasks/notice/weigh-notice.ts'
import { previewDraft, proposeDraft, writeDraft } from '../../tasks/notice/write-draft.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readChoices, readFields } from '../read-fields.ts'
import { noticeBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { noticeTabs } from '../view/notice-tabs.ts'
import { reachRows } from '../view/reach-rows.ts'
import { fieldsOfDraft, readingOfDraft } from '../view/reading-of-draft.ts'

/** A draft to be written in: what the law leaves to a person, with what is wrong beside each field. */
export function showDraftWords(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const document = readDocument(await requireDraft(app.db, req.params.id))
    const reach = await readReach(app, req.params.id)
    await sendDraftWords(app, res, { id: req.params.id, words: wordsOf(document), reach })
  }
}

/** Keeps the words, or with `then=check` only says what they are worth: also while somebody types. */
export function postDraftWords(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { id } = req.params
    const words = readWords(req.body, readDocument(await requireDraft(app.db, id)))
    const { then, seen, live } = readFields(req.body, ['then', 'seen', 'live'])
    if (then === 'check') {
      // No word changes what the notice could reach: while somebody types it is not weighed again.
      const reach = live === 'yes' ? [] : await readReach(app, id)
      await sendDraftWords(app, res, { id, words, reach })
      return
    }
    await writeDraft(actingAs(app, res), { id, words, seen })
    res.redirect(303, `${links.noticeWords(id)}#kept`)
  }
}

async function sendDraftWords(
  app: Acting,
  res: Response,
  { id, words, reach }: { id: string; words: NoticeWords; reach: ReachRow[] },
): Promise<void> {
  const { notice, document, own } = await previewDraft(app, { id, words })
  const templates = await readTemplates(app.db, notice)
  const kept = readDocument(notice)
  const summary = summarizeNotice(notice)
  const { beside, ...reading } = readingOfDraft(document, templates)
  const seen = hashDraft(kept, notice.templateVersion)
  res.send(
    renderDraftWordsPage({
      ...frameOf(res, {
        title: `Write ${id}`,
        section: 'notices',
        crumbs: [
          { text: 'Notices', href: links.notices() },
          { text: id, href: links.notice(id) },
        ],
      }),
      noticePages: noticeTabs(res, summary, 'words'),
      notice: {
        id,
        status: noticeBadge(notice.status),
        kind: notice.kind,
        scope: summary.scope,
        named: summary.repositories.length,
      },
      action: links.noticeWords(id),
      seen,
      unkept: hashDraft(document, notice.templateVersion) !== seen,
      fields: fieldsOfDraft(document, {
        words,
        own,
        proposed: await proposeDraft(app.db, notice),
        beside,
        templates,
      }),
      ...reading,
      reach,
    }),
  )
}

async function readReach(app: Acting, id: string): Promise<ReachRow[]> {
  return reachRows((await weighNotice(app, id)).map(withoutLoneSentence))
}

/** Where a network is all named, a sentence about its forks would say nothing more. */
function withoutLoneSentence(reach: NetworkReach): NetworkReach {
  const wordings = reach.wordings.filter(
    ({ wording, couldDisable }) => wording === 'named-only' || couldDisable > reach.named,
  )
  return { ...reach, wordings }
}

/** What was typed, of the parts that the document has; a text field sends its lines with a carriage return. */
function readWords(body: unknown, document: NoticeDocument): NoticeWords {
  const parts = new Set(writtenParts(document))
  const given = readFields(body, [
    'description',
    'workUrl',
    'authority',
    'infringerContact',
    'reason',
    'solution',
    'change',
    'measures',
    'which',
    'circumvention',
    'openSource',
    'license',
    'violation',
    'changes',
  ])
  const typed = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]),
  ) as typeof given
  const ticked = new Set(readChoices(body, 'statement'))
  const written: NoticeWords = {
    description: typed.description,
    workUrl: typed.workUrl,
    authority: typed.authority,
    infringerContact: typed.infringerContact,
    reason: typed.reason,
    solution: readSolution(typed.solution, typed.change),
    technologicalMeasures:
      typed.measures === 'yes' ? { measures: typed.which, circumvention: typed.circumvention } : null,
    openSource:
      typed.openSource === 'yes'
        ? { license: typed.license, violation: typed.violation, changes: typed.changes }
        : null,
    statements: {
      goodFaith: ticked.has('goodFaith'),
      fairUse: ticked.has('fairUse'),
      perjury: ticked.has('perjury'),
      guide: ticked.has('guide') || document.kind === 'letter',
    },
  }
  const own = Object.entries(written).filter(([part]) => parts.has(part as keyof NoticeWords))
  return { ...wordsOf(document), ...(Object.fromEntries(own) as Partial<NoticeWords>) }
}

function readSolution(kind: string, change: string): Solution {
  if (kind === 'other-change') return { kind, change }
  return { kind: kind === 'can-be-made-private' ? kind : 'must-be-removed' }
}
