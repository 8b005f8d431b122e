import { definePage, type Frame, type Page } from './engine.ts'

export interface DemoPage extends Frame {
  off: boolean
  starting: boolean
  /** Signs in to the demo's own pages, once. */
  link: string | null
  failed: string | null
  stateHref: string
}

export const renderDemoPage: Page<DemoPage> = definePage('demo')
