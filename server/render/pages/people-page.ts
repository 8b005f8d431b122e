import type { Role } from '../../core/access/roles.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface PeoplePage extends Frame {
  users: {
    name: string
    fullName: string
    roles: { role: Role; held: boolean }[]
    secondFactor: boolean
    email: string | null
    createdAt: string
  }[]
  roles: Role[]
  /** A password that was just made: shown this once. */
  made: { name: string; password: string } | null
}

export const renderPeoplePage: Page<PeoplePage> = definePage('people')
