import { definePage, type Frame, type Page } from './engine.ts'
import type { Figure } from './figure.ts'
import type { Need } from './need.ts'

export interface WorksPage extends Frame {
  works: { href: string; slug: string; title: string; owner: string; figures: Figure[]; needs: Need[] }[]
  mayAdd: boolean
  mayManage: boolean
  /** Whether GitHub can be asked. */
  hasCredentials: boolean
  /** Where the demo is started; null for who may not. */
  demoAction: string | null
}

export const renderWorksPage: Page<WorksPage> = definePage('works')
