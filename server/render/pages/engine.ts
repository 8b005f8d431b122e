import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import { packageRoot } from '../../package-root.ts'
import { assets } from './assets.ts'
import { formatBytes, formatCount, formatNumber, formatShare, formatTime } from './format.ts'
import { pathHtml } from './path-html.ts'
import { visibleInLineHtml, visibleText } from './visible.ts'
import type { WorkTabs } from './work-tabs.ts'

/** The room of the navigation that a page stands in. */
export type Section = 'works' | 'notices' | 'deadlines' | 'inbox' | 'people' | 'settings' | 'log' | 'account'

/** Who a page is shown to. */
export interface FrameUser {
  name: string
  /** What the forms of this session carry; null for a program, which has no forms. */
  formToken: string | null
  may: { scan: boolean; draft: boolean; manage: boolean }
}

/** What the frame around each page needs. */
export interface Frame {
  title: string
  /** Null: nobody is signed in, and the frame offers nothing but its name. */
  section: Section | null
  /** Who is signed in; null: nobody. */
  user: FrameUser | null
  /** The way from the start page to this one, itself not included. */
  crumbs: { text: string; href: string }[]
  /** Null: it is no page of one work. */
  tabs: WorkTabs | null
}

const folder = join(packageRoot, 'templates', 'pages')

/** The pages' own engine. It escapes; the notices' engine does not, and the two share nothing. */
const pages = Handlebars.create()

pages.registerHelper({
  visible: (text: string) => new Handlebars.SafeString(visibleInLineHtml(text)),
  title: (text: string) => shorten(visibleText(text)),
  path: (path: string) => new Handlebars.SafeString(pathHtml(path)),
  encoded: encodeURIComponent,
  number: formatNumber,
  share: formatShare,
  bytes: formatBytes,
  count: formatCount,
  time: (iso: string) => new Handlebars.SafeString(timeHtml(new Date(iso))),
  short: (id: string) => id.slice(0, 10),
  is: (a: unknown, b: unknown) => a === b,
})

for (const file of readdirSync(join(folder, 'partials'))) {
  pages.registerPartial(basename(file, '.hbs'), readFileSync(join(folder, 'partials', file), 'utf8'))
}

/** Renders one page. Each page's file gives it the parameters that its template uses. */
export type Page<Params extends Frame> = (params: Params) => string

/**
 * A page's render function, compiled once. Strict: a parameter that a template names and a caller forgot is an
 * error, never an empty place.
 */
export function definePage(name: string): Page<Frame> {
  const source = readFileSync(join(folder, `${name}.hbs`), 'utf8')
  const template = pages.compile<Frame & { assets: typeof assets }>(source, {
    strict: true,
    preventIndent: true,
  })
  return (params) => template({ ...params, assets })
}

/** Renders a partial by itself: a part of a page that is sent again when it changes. */
export function defineFragment(name: string): (params: object) => string {
  const template = pages.compile<object>(`{{> ${name}}}`, { strict: true, preventIndent: true })
  return (params) => template(params)
}

/** A tab shows some 60 characters; the page's heading shows them all. */
function shorten(title: string): string {
  const characters = Array.from(title)
  return characters.length > 56 ? `${characters.slice(0, 55).join('')}…` : title
}

function timeHtml(time: Date): string {
  return `<time datetime="${time.toISOString()}">${formatTime(time)}</time>`
}
