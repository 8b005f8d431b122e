import { drawSample } from '../review/draw-sample.ts'
import { lowerBound } from '../review/exact-bounds.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import { fullName } from './same-repository.ts'
import type { ForkSample } from './types.ts'
import { refuseNetworkWording, type KnownNetwork } from './weigh-wordings.ts'

export interface SampleRequest {
  reason: string
  size: number
  seed: string
}

/** With 0 of 59 otherwise, at least 95 % infringe with 95 % confidence: less than that is not "all or most". */
const CONFIDENCE = 0.95
const AT_LEAST = 0.95

/** GitHub processes a network as a whole only above one hundred repositories (takedown policy, section B). */
const NETWORK_MIN = 100

/**
 * The sample that a sworn sentence about all or most forks would rest on, or why it may not be sworn. Each drawn
 * repository must be reviewed as infringing by a person; one that is not is one that the sentence would sweep.
 */
export function sampleForks(
  network: KnownNetwork,
  { reason, size, seed }: SampleRequest,
): { sample: ForkSample | null; problems: NoticeProblem[] } {
  const problems = refuseNetworkWording(network)
  // Refused outright: no sample of such a network says anything about the whole of it.
  if (problems.length > 0) return { sample: null, problems }
  const refuse = (code: string, message: string, fix: string, repository?: string): void => {
    problems.push(errorOf(code, message, fix, repository))
  }
  if (reason.trim() === '')
    refuse('sample-reason-missing', 'Nobody says why the sentence is needed', 'Give a reason')
  if (network.members.length <= NETWORK_MIN) {
    refuse(
      'network-small',
      `The network has ${network.members.length} repositories: GitHub asks for each to be listed up to ${NETWORK_MIN}`,
      'Name each of them',
    )
  }
  const forks = network.members.filter(({ id }) => id !== network.root.id)
  const byId = new Map(forks.map((fork) => [fork.id, fork]))
  const drawn = drawSample([...byId.keys()], size, seed).map((id) => byId.get(id)!)
  for (const fork of drawn.filter(({ decision }) => decision !== 'infringing')) {
    const name = fullName(fork)
    refuse(
      'sample-not-infringing',
      `${name} was drawn and is ${fork.decision === null ? 'not reviewed' : `reviewed as ${fork.decision}`}`,
      'Review what was drawn; the sentence can be sworn only when all of it infringes',
      name,
    )
  }
  const infringing = drawn.filter(({ decision }) => decision === 'infringing').length
  // All of a network that was drawn is no sample: nothing is left to be unsure of.
  const atLeast =
    drawn.length === forks.length && infringing === drawn.length
      ? 1
      : lowerBound(infringing, drawn.length, CONFIDENCE)
  if (atLeast < AT_LEAST) {
    refuse(
      'sample-small',
      `Of ${drawn.length} drawn, ${infringing} infringe: at least ${(atLeast * 100).toFixed(1)} % of ${forks.length} with 95 % confidence, and 95 % is needed`,
      'Draw and review a larger sample: 59 without exception suffice',
    )
  }
  if (problems.length > 0) return { sample: null, problems }
  return {
    sample: {
      root: fullName(network.root),
      networkSize: network.members.length,
      population: forks.length,
      seed,
      drawn: drawn.map(fullName),
      infringing,
      confidence: CONFIDENCE,
      atLeast,
      reason,
      agreed: null,
    },
    problems,
  }
}

/** Whether a sample says enough for its sentence to be sworn, whoever put it into the document. */
export function checkForkSample(sample: ForkSample): NoticeProblem[] {
  // A stored document could hold something else than its type says.
  const isEnough =
    Array.isArray(sample.drawn) &&
    sample.infringing === sample.drawn.length &&
    sample.drawn.length > 0 &&
    sample.reason.trim() !== '' &&
    (sample.drawn.length === sample.population ||
      lowerBound(sample.infringing, sample.drawn.length, CONFIDENCE) >= AT_LEAST)
  return [
    ...(isEnough
      ? []
      : [
          errorOf(
            'representative-forks',
            'The notice swears that all or most forks infringe, and no sufficient sample stands behind it',
            'Leave the sentence out: each fork is named with evidence of its own',
          ),
        ]),
    ...(isEnough && sample.agreed === null
      ? [
          errorOf(
            'second-signatory-missing',
            'The notice swears that all or most forks infringe, and no second signatory agreed',
            'Have one agree: clawback notice agree ID --name NAME',
          ),
        ]
      : []),
  ]
}
