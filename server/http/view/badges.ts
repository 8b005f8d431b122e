import type { Strength } from '../../core/match/types.ts'
import type { Availability, Decision } from '../../core/repository/types.ts'
import type { Badge } from '../../render/pages/badge.ts'

/** Colour helps; the word says it. Red: a copy that stands. Amber: unsure. Green: taken care of. Blue: a person's turn. */
export function strengthBadge(strength: Strength): Badge {
  switch (strength) {
    case 'strong':
      return { text: 'strong', tone: 'red' }
    case 'weak':
      return { text: 'weak', tone: 'amber' }
    case 'none':
      return { text: 'none', tone: 'plain' }
  }
}

export function decisionBadge(decision: Decision | null): Badge {
  switch (decision) {
    case null:
      return { text: 'not decided', tone: 'blue' }
    case 'infringing':
      return { text: 'infringing', tone: 'red' }
    case 'needs-counsel':
      return { text: 'needs counsel', tone: 'amber' }
    case 'fair-use':
      return { text: 'fair use', tone: 'plain' }
    case 'not-ours':
      return { text: 'not ours', tone: 'plain' }
    case 'authorized':
      return { text: 'authorized', tone: 'plain' }
  }
}

export function availabilityBadge(availability: Availability): Badge {
  switch (availability) {
    case 'available':
      return { text: 'available', tone: 'plain' }
    case 'changed':
      return { text: 'changed', tone: 'amber' }
    case 'disabled':
    case 'blocked':
    case 'gone':
      return { text: availability, tone: 'green' }
    case 'unknown':
      return { text: 'could not tell', tone: 'amber' }
  }
}

export function noticeBadge(status: 'draft' | 'signed' | 'sent' | 'retracted'): Badge {
  const tones = { draft: 'amber', signed: 'blue', sent: 'green', retracted: 'plain' } as const
  return { text: status, tone: tones[status] }
}

export function deadlineBadge(state: 'past' | 'today' | 'coming'): Badge {
  const tones = { past: 'amber', today: 'red', coming: 'plain' } as const
  return { text: state, tone: tones[state] }
}

/** A mail that was linked is taken care of; one that was left waits for a person. */
export function mailBadge(state: 'linked' | 'left'): Badge {
  return state === 'linked' ? { text: 'linked', tone: 'green' } : { text: 'for a person', tone: 'amber' }
}
