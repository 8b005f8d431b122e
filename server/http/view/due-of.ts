import { deadlineTitles } from '../../render/deadlines-calendar.ts'
import type { Due } from '../../render/pages/due.ts'
import type { DeadlineRow } from '../../tasks/list-deadlines.ts'
import { deadlineBadge } from './badges.ts'
import { links } from './links.ts'

const shown = 4

/** What is due next of some notices; what is past is counted, since something may have been missed. */
export function dueOf(deadlines: readonly DeadlineRow[], notices: readonly { id: string }[]): Due {
  const ours = new Set(notices.map(({ id }) => id))
  const all = deadlines.filter(({ notice }) => ours.has(notice))
  const open = all.filter(({ state }) => state !== 'past')
  return {
    next: open.slice(0, shown).map(({ due, approximate, state, kind, notice, repository }) => ({
      due,
      approximate,
      state: deadlineBadge(state),
      what: deadlineTitles[kind],
      notice,
      href: links.notice(notice),
      repository,
    })),
    more: Math.max(0, open.length - shown),
    past: all.length - open.length,
    href: links.deadlines(),
  }
}
