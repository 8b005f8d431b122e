import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { packageRoot } from '../../package-root.ts'
import { visibleInLineHtml, visibleText } from '../pages/visible.ts'

export interface ReportCell {
  text: string
  /** An address on GitHub, or null. */
  href: string | null
}

export interface ReportSection {
  heading: string
  columns: string[]
  rows: ReportCell[][]
  /** What stands there when there are no rows. */
  none: string
}

export interface ReportParameters {
  title: string
  subtitle: string
  sections: ReportSection[]
}

/** Escapes, as the pages' engine does; names and paths on GitHub are a stranger's text. */
const engine = Handlebars.create()
engine.registerHelper({
  visible: (text: string) => new Handlebars.SafeString(visibleInLineHtml(text)),
  visibleText,
})

const template = engine.compile<ReportParameters>(
  readFileSync(join(packageRoot, 'templates', 'reports', 'work.html.hbs'), 'utf8'),
  { strict: true, preventIndent: true },
)

/** One page that needs nothing else, prints well, and runs no script. */
export function renderReport(parameters: ReportParameters): string {
  return template(parameters)
}
