import { memberStates, stateOf, type ForkMember } from '../../../core/network/member-state.ts'
import { visibleText } from '../visible.ts'
import { layOutForks } from './lay-out-forks.ts'
import { treeOfForks } from './tree-of-forks.ts'

/**
 * A network as its picture needs it: a column for each fact, a row for each repository, the root not always first.
 * Columns keep 10,000 repositories at some 100 kB once they are compressed.
 */
export interface NetworkPicture {
  states: readonly string[]
  words: readonly string[]
  /** The root's name, which most forks keep. */
  name: string
  root: number
  /** `owner`, or `owner/name` where the name is another than the root's. */
  names: string[]
  /** How to show a name that holds characters a page must not obey, by its row. */
  shown: Record<number, string>
  parents: number[]
  /** In units of `unit` a repository. */
  unit: number
  x: number[]
  y: number[]
  /** Where each disc's middle is, by its row, and how wide it is. */
  discs: [row: number, radius: number][]
  around: { x: number; y: number; r: number }
  state: number[]
  availability: number[]
  strength: number[]
  decision: number[]
  /** Whether a page about its match is there, and whether the notices' wording by name reaches it: 0 or 1. */
  matched: number[]
  named: number[]
  official: number[]
  /** Days since 1970; 0: not known. */
  created: number[]
  stars: number[]
}

const unit = 16

/** Words that the picture's numbers stand for; 0 is the first. */
const words = [
  'none',
  'weak',
  'strong',
  'infringing',
  'needs-counsel',
  'authorized',
  'fair-use',
  'not-ours',
  'available',
  'changed',
  'unknown',
  'disabled',
  'blocked',
  'gone',
] as const

/** `named`: the ids that the wording by name reaches. */
export function drawNetwork(
  network: { root: ForkMember; members: readonly ForkMember[] },
  named: ReadonlySet<number>,
): NetworkPicture {
  const { root } = network
  const stateIndex = (member: ForkMember) => memberStates.indexOf(stateOf(member))
  // Alike ones next to each other, the first forks first: rings read as bands.
  const members = network.members
    .map((member) => ({ member, state: stateIndex(member) }))
    .sort(
      (a, b) =>
        a.state - b.state ||
        (a.member.createdOn ?? Infinity) - (b.member.createdOn ?? Infinity) ||
        a.member.id - b.member.id,
    )
    .map(({ member }) => member)
  const tree = treeOfForks(members, root.id)
  const { x, y, discs, around } = layOutForks(tree)
  const scale = (value: number) => Math.round(value * unit)
  const word = (one: (typeof words)[number] | null) => (one === null ? -1 : words.indexOf(one))
  const names = members.map(({ owner, name }) => (name === root.name ? owner : `${owner}/${name}`))
  return {
    states: memberStates,
    words,
    name: root.name,
    root: tree.root,
    names,
    shown: Object.fromEntries(
      names.flatMap((name, row) => (visibleText(name) === name ? [] : [[row, visibleText(name)]])),
    ),
    parents: tree.parents,
    unit,
    x: Array.from(x, scale),
    y: Array.from(y, scale),
    discs: discs.map(({ head, r }) => [head, scale(r)]),
    around: { x: scale(around.x), y: scale(around.y), r: scale(around.r) },
    state: members.map(stateIndex),
    availability: members.map(({ availability }) => word(availability)),
    strength: members.map(({ strength }) => word(strength)),
    decision: members.map(({ decision }) => word(decision)),
    matched: members.map(({ matched }) => Number(matched)),
    named: members.map(({ id }) => Number(named.has(id))),
    official: members.map(({ official }) => Number(official)),
    created: members.map(({ createdOn }) => createdOn ?? 0),
    stars: members.map(({ stars }) => stars ?? 0),
  }
}
