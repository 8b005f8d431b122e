import { ClawbackError } from '../../errors.ts'
import { compileTemplates, type NoticeTemplates } from './notice-templates.ts'
import { defaultTemplates, hashTemplates, readTemplates } from './template-version.ts'
import { tryTemplates } from './try-templates.ts'

/** A set of templates as a notice keeps it. */
export interface TemplateSource {
  version: string
  files: Record<string, string>
}

/**
 * The templates in a folder, or those that come with Clawback, tried on notices of every kind before one is used.
 * @throws ClawbackError TEMPLATES_UNREADABLE, TEMPLATE_MISSING, TEMPLATE_INVALID, TEMPLATE_UNFIT
 */
export function chooseTemplates(folder: string | null): TemplateSource {
  const files = readTemplates(folder ?? defaultTemplates)
  const templates = compileTemplates(files)
  if (folder !== null) tryTemplates(templates)
  return { version: templates.version, files: Object.fromEntries(files) }
}

/**
 * The templates that a notice was drafted with.
 * @throws ClawbackError TEMPLATE_SET_CHANGED when they are not what their version says
 */
export function openTemplates({ version, files }: TemplateSource): NoticeTemplates {
  // A hash goes over the files in the order of their names.
  const sorted = new Map(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (hashTemplates(sorted) !== version) {
    throw new ClawbackError(
      'TEMPLATE_SET_CHANGED',
      `The templates kept as ${version} are not what they were`,
      'Restore the database from a backup: clawback restore.',
    )
  }
  return compileTemplates(sorted)
}
