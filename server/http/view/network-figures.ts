import type { NetworkTally } from '../../core/network/tally-network.ts'
import type { NetworkReach } from '../../core/notice/weigh-wordings.ts'
import type { Figure } from '../../render/pages/figure.ts'
import { formatNumber } from '../../render/pages/format.ts'
import type { WordingRow } from '../../render/pages/network-page.ts'

export function networkTiles(tally: NetworkTally): Figure[] {
  const tile = (name: string, count: number): Figure => ({
    name,
    value: formatNumber(count),
    definition: name,
    href: null,
  })
  return [
    tile('Repositories', tally.size),
    tile('Examined', tally.examined),
    tile('Strong', tally.strong),
    tile('Weak', tally.weak),
    tile('Could not tell', tally.couldNotTell),
    tile('Official', tally.official),
    tile('Disabled', tally.disabled),
    tile('Overreach', tally.overreach),
  ]
}

const names = {
  'named-only': 'The repositories named one by one, reviewed as infringing',
  network: 'The sentence that all or most forks infringe, “based on the representative number” reviewed',
} as const

export function wordingRows({ wordings }: NetworkReach): WordingRow[] {
  return wordings.map((row) => ({ ...row, name: names[row.wording] }))
}
