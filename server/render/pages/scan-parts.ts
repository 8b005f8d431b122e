import type { Badge } from './badge.ts'
import { defineFragment } from './engine.ts'

/** What a page of a scan shows of it now, part by part. */
export interface ScanParts {
  doing: {
    /** Null: nobody has begun. */
    step: string | null
    /** It goes on. */
    on: boolean
    /** For a worker. */
    waiting: boolean
    bar: { done: number; total: number } | null
    left: string | null
    wait: { bucket: string; until: string } | null
    at: string | null
  }
  steps: {
    name: string
    href: string
    done: number
    pending: number
    couldNotTell: number
    /** To what could not be told; null: there is none. */
    openHref: string | null
  }[]
  budgets: { name: string; spent: number; left: string | null }[]
  /** Requests that were free (304). */
  free: number
  matches: { strong: number; weak: number; none: number }
  found: { repository: string; href: string; strength: Badge; class: string; at: string }[]
  /** For those who hear the page. */
  said: string
}

/** The element of each part, and what fills it: the page and its stream use the same. */
const fragments = {
  'scan-doing': defineFragment('scan-doing'),
  'scan-steps': defineFragment('scan-steps'),
  'scan-budgets': defineFragment('scan-budgets'),
  'scan-found': defineFragment('scan-found'),
  'scan-said': defineFragment('scan-said'),
}

/** HTML by the id of its element. */
export function renderScanParts(parts: ScanParts): Record<string, string> {
  return Object.fromEntries(Object.entries(fragments).map(([id, render]) => [id, render(parts)]))
}
