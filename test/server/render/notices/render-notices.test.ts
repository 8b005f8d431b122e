import { describe, expect, it } from 'vitest'
import { HtmlValidate } from 'html-validate'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { draftRetraction } from '../../../../server/core/notice/draft-retraction.ts'
import { formQuestions } from '../../../../server/core/notice/form.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import { renderForm } from '../../../../server/render/notices/render-form.ts'
import { renderHtml } from '../../../../server/render/notices/render-html.ts'
import { renderJson } from '../../../../server/render/notices/render-json.ts'
import { gitHubAgent, renderLetter } from '../../../../server/render/notices/render-letter.ts'
import { renderMarkdown } from '../../../../server/render/notices/render-markdown.ts'
import { renderText } from '../../../../server/render/notices/render-text.ts'
import { candidateOf, claimant, inputOf, work } from '../../core/notice/samples.ts'

const templates = loadNoticeTemplates()
const leak = candidateOf(2, 'leaker/orbit')
const fork = candidateOf(3, 'ann/orbit', { parent: leak })
const draft = draftNotices(inputOf([leak, fork])).notices[0]!.document
const signed: TakedownDocument = { ...draft, signature: { name: 'Ada Diaz', at: '2026-11-21T10:00:00.000Z' } }
const retraction = draftRetraction({
  about: {
    id: 'orbit-1',
    publishedUrl: 'https://github.com/github/dmca/blob/master/x.md',
    ticket: null,
    sentAt: '2026-03-31',
  },
  work,
  claimant,
  withdraws: { mode: 'all-except', stayDisabled: [leak, fork] },
  reason: '',
}).document

describe('exports of a notice', () => {
  it('mark an unsigned notice as a draft on top, and a signed one not', () => {
    const mark = templates.statement('draft-mark', { owner: false })
    const texts = [
      (d: TakedownDocument) => renderMarkdown(d, templates),
      (d: TakedownDocument) => renderText(d, templates),
      (d: TakedownDocument) => renderLetter(d, gitHubAgent, templates),
    ]
    for (const render of texts) {
      expect(render(draft).startsWith(mark)).toBe(true)
      expect(render(signed)).not.toContain('DRAFT')
    }
    expect(renderHtml(draft, templates)).toContain(mark)
    expect(renderHtml(signed, templates)).not.toContain('DRAFT')
    expect(renderForm(draft, templates)[0]?.question).toBe(mark)
    expect(JSON.parse(renderJson(draft, templates))).toMatchObject({
      draft: true,
      templateVersion: templates.version,
    })
  })

  it('hold every element, as their readers see it', () => {
    for (const text of [
      renderMarkdown(signed, templates),
      renderText(signed, templates),
      renderLetter(signed, gitHubAgent, templates),
    ]) {
      expect(checkNoticeText(text)).toMatchObject({
        complete: true,
        problems: [],
        github: { guide: 'present', fairUse: 'present' },
      })
    }
    expect(checkNoticeText(renderLetter(draft, gitHubAgent, templates)).statutory.i_signature).toBe('missing')
    expect(checkNoticeText(renderMarkdown(draft, templates)).statutory.i_signature).toBe('missing')
  })

  it("give GitHub's questions word for word and in order, with the answers to copy", () => {
    const fields = renderForm(signed, templates)
    const plain = (question: string): string => question.replace(/<[^>]*>/g, '')
    const asked = fields.filter(({ kind }) => kind !== 'tick').map(({ question }) => question)
    const order = Object.values(formQuestions).map(plain)
    expect(asked.every((question) => order.includes(question))).toBe(true)
    expect(asked.map((question) => order.indexOf(question))).toEqual(
      asked.map((question) => order.indexOf(question)).toSorted((a, b) => a - b),
    )
    const answer = (question: string): string | undefined =>
      fields.find((field) => field.question === plain(question))?.answer
    expect(answer(formQuestions.repositories)).toBe('https://github.com/leaker/orbit')
    expect(answer(formQuestions.forks)).toBe('https://github.com/ann/orbit')
    expect(answer(formQuestions.solution)).toBe('Reported content must be removed')
    expect(answer(formQuestions.signature)).toBe('Ada Diaz')
    expect(fields.filter(({ kind }) => kind === 'tick')).toHaveLength(4)
  })

  it('never swear to a sample of forks', () => {
    for (const text of [renderMarkdown(signed, templates), renderLetter(signed, gitHubAgent, templates)]) {
      expect(text).not.toMatch(/representative/i)
    }
  })

  it('escape what a page must, and what plain text must not', () => {
    const hostile: TakedownDocument = {
      ...signed,
      work: {
        ...signed.work,
        title: '<script>alert(1)</script> & "Orbit"',
        url: 'https://orbit.example/?a=1&b=2',
      },
    }
    const page = renderHtml(hostile, templates)
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
    expect(renderText(hostile, templates)).toContain('https://orbit.example/?a=1&b=2')
    expect(renderText(hostile, templates)).toContain('<script>alert(1)</script> & "Orbit"')
  })

  it('make a page that is valid and needs nothing from elsewhere', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off' },
    })
    for (const document of [signed, draft, retraction]) {
      const page = renderHtml(document, templates)
      const report = await validator.validateString(page)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
      expect(page).not.toMatch(/<script|<link|<img|url\(|@import/i)
    }
  })

  it('say in a retraction what is given back and what stays, and link the notice', () => {
    const text = renderText(retraction, templates)
    expect(text).toContain('https://github.com/github/dmca/blob/master/x.md')
    expect(text).toMatch(/all repositories except/)
    expect(text).toContain('https://github.com/leaker/orbit')
    expect(renderText({ ...retraction, signature: signed.signature }, templates)).toMatch(
      /\/s\/ Ada Diaz\n2026-11-21\n$/,
    )
  })
})
