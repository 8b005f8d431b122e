import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { packageRoot } from '../../package-root.ts'
import type { SideBySide } from '../pages/compare/side-by-side.ts'
import { visibleInLineHtml, visibleText } from '../pages/visible.ts'

export interface ComparedParameters {
  repository: string
  path: string
  original: string
  permalink: string
  measures: string
  sides: SideBySide
}

const engine = Handlebars.create()
engine.registerHelper({
  visible: (text: string) => new Handlebars.SafeString(visibleInLineHtml(text)),
  visibleText,
})

const template = engine.compile<ComparedParameters>(
  readFileSync(join(packageRoot, 'templates', 'reports', 'compared.html.hbs'), 'utf8'),
  { strict: true, preventIndent: true },
)

/** Original and found text side by side on one page that needs nothing else and runs no script. */
export function renderCompared(parameters: ComparedParameters): string {
  return template(parameters)
}
