export type FaultKind =
  /** The gateway gave up: 502, with HTML from REST and JSON from GraphQL. */
  | 'bad-gateway'
  /** The connection ends before an answer. */
  | 'reset'
  /** The answer ends in the middle. */
  | 'truncated'
  /** A secondary limit, "for undisclosed reasons". */
  | 'secondary'
  /** 500 "Server Error". */
  | 'server-error'
  /** The answer takes `slowBy` longer. */
  | 'slow'
  /** A search ran out of time: `incomplete_results`, and only part of the items. */
  | 'incomplete'
  /** A page of a search comes short, and nothing says so. */
  | 'short-page'

/** Chances from 0 to 1 for every request, drawn from a seeded generator: the same weather on every run. */
export interface Weather {
  seed?: number
  badGateway?: number
  reset?: number
  truncated?: number
  secondary?: number
  serverError?: number
  slow?: number
  /** Milliseconds. */
  slowBy?: number
  incompleteResults?: number
  shortPages?: number
  /** While forks of `of` are listed, a new one appears with every page, `atMost` in all. */
  forksAppear?: { of: string; atMost: number }
}

export interface SeenRequest {
  method: string
  path: string
  query: URLSearchParams
  /** The GraphQL document, for `POST /graphql`. */
  graphql: string | undefined
}

/** A fault that a test asks for: the next `times` (once unless told) matching requests get it. */
export interface Fault {
  kind: FaultKind
  when?: (request: SeenRequest) => boolean
  times?: number
}

export class Sky {
  readonly #weather: Weather
  readonly #planned: { fault: Fault; left: number }[] = []
  readonly #random: () => number

  constructor(weather: Weather) {
    this.#weather = weather
    this.#random = mulberry32(weather.seed ?? 1)
  }

  get slowBy(): number {
    return this.#weather.slowBy ?? 50
  }

  plan(fault: Fault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 })
  }

  over(request: SeenRequest): FaultKind | undefined {
    for (const planned of this.#planned) {
      if (planned.left > 0 && (planned.fault.when?.(request) ?? true)) {
        planned.left--
        return planned.fault.kind
      }
    }
    const { badGateway, reset, truncated, secondary, serverError, slow, incompleteResults, shortPages } =
      this.#weather
    const chances: [FaultKind, number | undefined][] = [
      ['bad-gateway', badGateway],
      ['reset', reset],
      ['truncated', truncated],
      ['secondary', secondary],
      ['server-error', serverError],
      ['slow', slow],
      ['incomplete', incompleteResults],
      ['short-page', shortPages],
    ]
    return chances.find(([, chance]) => chance !== undefined && this.#random() < chance)?.[0]
  }
}

/** Tommy Ettinger's mulberry32: small, seeded, good enough for weather. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
