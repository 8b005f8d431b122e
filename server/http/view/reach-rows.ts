import type { NetworkReach } from '../../core/notice/weigh-wordings.ts'
import type { ReachRow } from '../../render/pages/drafted-page.ts'

const names = {
  'named-only': 'This notice: the repositories named',
  network: 'The sentence that all or most forks infringe',
} as const

/** What each wording could disable, network by network. */
export function reachRows(reach: readonly NetworkReach[]): ReachRow[] {
  return reach.flatMap(({ network, wordings }) =>
    wordings.map(({ wording, ...figures }) => ({ network, wording: names[wording], ...figures })),
  )
}
