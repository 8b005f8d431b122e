import type { MemberState } from '../../core/network/member-state.ts'
import type { Badge } from '../../render/pages/badge.ts'

/** Each state in words, and what they mean. */
export const stateWords: Readonly<Record<MemberState, { text: string; meaning: string }>> = {
  overreach: { text: 'overreach', meaning: 'disabled under a notice of ours that names it nowhere' },
  infringing: { text: 'infringing', meaning: 'reviewed as infringing, and not known to be down' },
  strong: { text: 'strong, open', meaning: 'strong evidence, no decision yet, or counsel’s to make' },
  weak: { text: 'weak, open', meaning: 'some likeness, no decision yet, or counsel’s to make' },
  'could-not-tell': { text: 'could not tell', meaning: 'nobody could compare it yet: neither yes nor no' },
  down: { text: 'down', meaning: 'disabled, blocked or gone' },
  cleared: { text: 'cleared', meaning: 'reviewed as authorized, fair use or not ours' },
  none: {
    text: 'nothing found',
    meaning: 'compared, or as its parent published it: nothing of the work in it',
  },
  official: { text: 'official', meaning: 'the owner’s own or licensed: never infringing' },
}

export function stateBadge(state: MemberState): Badge {
  const tones = {
    overreach: 'red',
    infringing: 'red',
    strong: 'red',
    weak: 'amber',
    'could-not-tell': 'amber',
    down: 'green',
    cleared: 'plain',
    none: 'plain',
    official: 'green',
  } as const satisfies Record<MemberState, Badge['tone']>
  return { text: stateWords[state].text, tone: tones[state] }
}
