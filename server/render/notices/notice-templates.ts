import Handlebars from 'handlebars'
import { ClawbackError } from '../../errors.ts'
import { defaultTemplates, hashTemplates, readTemplates } from './template-version.ts'
import type { HtmlParameters } from './render-html.ts'
import type { FormParameters } from './render-markdown.ts'
import type { LetterParameters } from './render-letter.ts'
import type { PreservationParameters, ReplyParameters } from './render-correspondence.ts'
import type { RetractionParameters } from './render-retraction.ts'

/** The legal wording, one file a statement in templates/notices/statements, each with its source. */
export const statementNames = [
  'draft-mark',
  'form-fair-use',
  'form-good-faith',
  'form-guide',
  'form-perjury',
  'form-representative-forks',
  'letter-entire-repositories',
  'letter-fair-use',
  'letter-forks',
  'letter-good-faith',
  'letter-material',
  'letter-perjury',
  'letter-request',
  'letter-specific-files',
  'preservation-request',
  'reply-remaining',
  'reply-settled',
  'retraction-all-except',
  'retraction-listed',
  'retraction-stay-disabled',
  'retraction-whole',
] as const

/** Came later than others: a set that a notice was drafted with before need not have them. */
export const laterStatements = ['form-repeat-infringer'] as const

export type StatementName = (typeof statementNames)[number] | (typeof laterStatements)[number]

/** What a statement may depend on: whether the claimant is the owner, or acts for one. */
export interface StatementParameters {
  owner: boolean
}

/** A set of templates, compiled. `version` is a hash of every file in it: a notice records the one it was made with. */
export interface NoticeTemplates {
  version: string
  formMarkdown: (parameters: FormParameters) => string
  formText: (parameters: FormParameters) => string
  letterText: (parameters: LetterParameters) => string
  retractionText: (parameters: RetractionParameters) => string
  replyText: (parameters: ReplyParameters) => string
  preservationText: (parameters: PreservationParameters) => string
  pageHtml: (parameters: HtmlParameters) => string
  statement: (name: StatementName, parameters: StatementParameters) => string
}

/** The templates in a folder; without one, those that come with Clawback. */
export function loadNoticeTemplates(folder: string = defaultTemplates): NoticeTemplates {
  return compileTemplates(readTemplates(folder))
}

/**
 * A set of templates from its source texts by file name.
 * @throws ClawbackError TEMPLATE_MISSING, TEMPLATE_INVALID
 */
export function compileTemplates(files: ReadonlyMap<string, string>): NoticeTemplates {
  const statements = new Map<StatementName, Template>(
    statementNames.map((name) => [name, plain(files, `statements/${name}.hbs`)]),
  )
  return {
    version: hashTemplates(files),
    formMarkdown: plain(files, 'form.md.hbs'),
    formText: plain(files, 'form.txt.hbs'),
    letterText: plain(files, 'letter.txt.hbs'),
    retractionText: plain(files, 'retraction.txt.hbs'),
    replyText: plain(files, 'reply.txt.hbs'),
    preservationText: plain(files, 'preservation.txt.hbs'),
    pageHtml: escaped(files, 'page.html.hbs'),
    statement: (name, parameters) => {
      const file = `statements/${name}.hbs`
      return (statements.get(name) ?? plain(files, file))(parameters).trim()
    },
  }
}

type Template = (parameters: object) => string

/** Text as it is: Handlebars' escaping would corrupt every address with a query. */
function plain(files: ReadonlyMap<string, string>, name: string): Template {
  return compile(files, name, true)
}

/** HTML: every value is escaped. */
function escaped(files: ReadonlyMap<string, string>, name: string): Template {
  return compile(files, name, false)
}

function compile(files: ReadonlyMap<string, string>, name: string, noEscape: boolean): Template {
  const source = files.get(name)
  if (source === undefined) {
    throw new ClawbackError(
      'TEMPLATE_MISSING',
      `The template ${name} is missing`,
      'Add it to the folder of templates.',
    )
  }
  try {
    Handlebars.parse(source)
  } catch (cause) {
    throw invalidTemplate(name, cause)
  }
  const template = Handlebars.create().compile<object>(source, {
    noEscape,
    strict: true,
    preventIndent: true,
  })
  return (parameters) => {
    try {
      return template(parameters)
    } catch (cause) {
      throw invalidTemplate(name, cause)
    }
  }
}

/** Handlebars says what is wrong and where; its first line is enough. */
function invalidTemplate(name: string, cause: unknown): ClawbackError {
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  return new ClawbackError(
    'TEMPLATE_INVALID',
    `The template ${name} cannot be used: ${reason}`,
    'Compare it with the one that comes with Clawback.',
    { cause },
  )
}
