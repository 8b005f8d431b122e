import type { Figure } from '../../render/pages/figure.ts'
import type { Status } from '../../tasks/show-status.ts'
import { links } from './links.ts'

/** A work's figures as its status tells them, each leading to what it counts where a page shows that. */
export function figuresOf({ slug, figures }: Status['works'][number]): Figure[] {
  const places: Readonly<Record<string, string>> = {
    claimed: links.originals(slug, { claimed: 'yes' }),
    strong: links.matches(slug, { strength: 'strong' }),
    weak: links.matches(slug, { strength: 'weak' }),
    undecided: links.matches(slug, { decision: 'none' }),
    infringing: links.matches(slug, { decision: 'infringing' }),
    named: links.notices(),
    disabled: links.matches(slug, { availability: 'disabled' }),
    alive: links.matches(slug, { availability: 'available,changed,unknown' }),
  }
  return figures.map(({ key, name, value, definition }) => ({
    name,
    value,
    definition,
    href: places[key] ?? null,
  }))
}

/** The figures short enough, and asked for often enough, to stand large on top. */
export function isTile({ href }: Figure): boolean {
  return href !== null
}
