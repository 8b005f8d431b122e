import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import {
  laterStatements,
  loadNoticeTemplates,
  statementNames,
} from '../../../../server/render/notices/notice-templates.ts'
import { renderText } from '../../../../server/render/notices/render-text.ts'
import { defaultTemplates, templateVersion } from '../../../../server/render/notices/template-version.ts'
import type { Tie } from '../../../../server/core/returns/trace-return.ts'
import { candidateOf, inputOf } from '../../core/notice/samples.ts'

const { document } = draftNotices(inputOf([candidateOf(2, 'leaker/orbit')])).notices[0]!

describe('the templates that come with Clawback', () => {
  it('hold each statement in a file of its own, with its source', () => {
    const files = readdirSync(join(defaultTemplates, 'statements'))
    expect(files.sort()).toEqual([...statementNames, ...laterStatements].map((name) => `${name}.hbs`).sort())
    for (const file of files) {
      const [comment, wording, ...rest] = readFileSync(
        join(defaultTemplates, 'statements', file),
        'utf8',
      ).split('\n')
      expect(comment).toMatch(/^\{\{!-- .{10,} --\}\}$/)
      expect(wording).toMatch(/^\S.*\S$/)
      expect(rest).toEqual([''])
    }
  })

  it('render what was drafted before a statement came to be', () => {
    const before = mkdtempSync(join(tmpdir(), 'clawback-templates-'))
    cpSync(defaultTemplates, before, { recursive: true })
    rmSync(join(before, 'statements', 'form-repeat-infringer.hbs'))
    const templates = loadNoticeTemplates(before)
    expect(renderText(document, templates)).toBe(renderText(document, loadNoticeTemplates()))
    const ties: Tie[] = ['owner']
    const claim = { repository: 'leaker/orbit', earlier: 'leaker/old', sentOn: '2026-01-01', ties }
    const history = [{ ...claim, publishedUrl: null, ticket: '1234567' }]
    expect(() => renderText({ ...document, history }, templates)).toThrow(
      /form-repeat-infringer\.hbs is missing/,
    )
    rmSync(before, { recursive: true })
  })

  it('make statements that are read as what they are, for owners and for agents', () => {
    const templates = loadNoticeTemplates()
    for (const owner of [true, false]) {
      const say = (name: (typeof statementNames)[number]): string => templates.statement(name, { owner })
      const letter = ['letter-good-faith', 'letter-fair-use', 'letter-perjury'] as const
      const form = ['form-good-faith', 'form-fair-use', 'form-perjury', 'form-guide'] as const
      for (const set of [letter, form]) {
        const { statutory, github } = checkNoticeText(set.map(say).join('\n\n'))
        expect(statutory).toMatchObject({ v_goodFaith: 'present', vi_accuracyPerjury: 'present' })
        expect(github.fairUse).toBe('present')
      }
    }
    expect(templates.statement('letter-perjury', { owner: true })).toContain('I am the owner')
    expect(templates.statement('letter-perjury', { owner: false })).toContain('authorized to act')
  })
})

describe('templates of one’s own', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'))
    cpSync(defaultTemplates, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('have the version of their content, whatever folder they are in', () => {
    expect(templateVersion(folder)).toBe(templateVersion())
    expect(loadNoticeTemplates(folder).version).toBe(templateVersion())
    writeFileSync(join(folder, 'form.txt.hbs'), 'Changed.\n')
    expect(templateVersion(folder)).not.toBe(templateVersion())
    expect(renderText(document, loadNoticeTemplates(folder))).toBe('Changed.\n')
  })

  it('say which one is missing, broken, or asks for what a notice has not', () => {
    writeFileSync(join(folder, 'form.txt.hbs'), '{{nobody}}')
    expect(() => renderText(document, loadNoticeTemplates(folder))).toThrow(
      /form\.txt\.hbs cannot be used: "nobody"/,
    )
    writeFileSync(join(folder, 'form.txt.hbs'), '{{#if draft}}')
    expect(() => loadNoticeTemplates(folder)).toThrow(/form\.txt\.hbs cannot be used/)
    rmSync(join(folder, 'form.txt.hbs'))
    expect(() => loadNoticeTemplates(folder)).toThrow(/form\.txt\.hbs is missing/)
    expect(() => loadNoticeTemplates(join(folder, 'nowhere'))).toThrow(/cannot be read/)
  })
})
