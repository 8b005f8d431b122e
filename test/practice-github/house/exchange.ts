import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Violation } from '../contract/validator.ts'
import type { Addresses, Call, Json, Reply } from '../rest/call.ts'
import { forVersion } from '../rest/for-version.ts'
import type { WorldMoves } from '../world/moves.ts'
import type { World } from '../world/state.ts'
import type { Apps, PracticeApp } from './apps.ts'
import type { Bucket, Budget, Budgets } from './budgets.ts'
import { budgetHeaders } from './budgets.ts'
import type { Limits } from './limits.ts'
import { growForks } from './grow-forks.ts'
import type { LoggedRequest } from './request-log.ts'
import type { Pauses } from './pauses.ts'
import type { SecondaryLimits } from './secondary.ts'
import type { Viewer } from './viewer.ts'
import type { Sky, Weather } from './weather.ts'

/** One practice GitHub's parts. */
export interface House {
  world: World
  moves: WorldMoves
  limits: Limits
  budgets: Budgets
  secondary: SecondaryLimits
  pauses: Pauses
  sky: Sky
  weather: Weather
  latency: number
  badTokens: ReadonlySet<string>
  apps: Apps
  enterprise: boolean
  checkResponses: boolean
  addresses: Addresses
  now: () => Date
  requests: LoggedRequest[]
  violations: Violation[]
}

/** One request and its answer: what was taken for it, how it is sent, what is logged. */
export class Exchange {
  readonly request: Request
  readonly response: Response
  readonly at: Date
  readonly #house: House
  viewer: Viewer | undefined
  /** Who asks by the name of an App itself. */
  app: PracticeApp | undefined
  bucket: Bucket | undefined
  cost = 0
  overBudget = false
  duringPause = false
  searchFault: Call['searchFault']
  truncateAnswer = false
  graphql: LoggedRequest['graphql']
  #notModified = false

  constructor(house: House, request: Request, response: Response) {
    this.#house = house
    this.request = request
    this.response = response
    this.at = house.now()
    const [path = '', query = ''] = request.url.split('?')
    const { method } = request
    response.once('close', () => {
      house.requests.push({
        method,
        path,
        query,
        bucket: this.bucket,
        status: response.headersSent ? response.statusCode : 0,
        notModified: this.#notModified,
        cost: this.cost,
        overBudget: this.overBudget,
        duringPause: this.duringPause,
        viewer: this.viewer?.token,
        at: this.at,
        ...(this.graphql === undefined ? {} : { graphql: this.graphql }),
      })
    })
  }

  /** Limits are counted for each token. */
  get user(): string | undefined {
    return this.viewer?.token
  }

  get apiVersion(): string {
    return this.request.get('x-github-api-version') ?? DEFAULT_API_VERSION
  }

  call(params: Record<string, string | string[]>): Call {
    const house = this.#house
    const url = new URL(this.request.url, 'http://practice')
    return {
      world: house.world,
      limits: house.limits,
      addresses: house.addresses,
      // A star's value comes as its segments.
      params: Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
      ),
      query: url.searchParams,
      path: url.pathname,
      accept: this.request.get('accept') ?? '',
      apiVersion: this.apiVersion,
      viewer: this.viewer,
      now: house.now(),
      searchFault: this.searchFault,
      enterprise: house.enterprise,
      beforeForks: (repositoryId) => growForks(house, repositoryId),
      budgets: house.enterprise ? undefined : this.#budgets(),
    }
  }

  /** Sends an answer: 304 and free of charge when the client has it already. `unchecked`: not held against the description. */
  send(reply: Reply & { unchecked?: boolean }): void {
    const { response, request } = this
    if (reply.body !== undefined) reply = { ...reply, body: forVersion(reply.body, this.apiVersion) }
    const body =
      reply.bytes ?? Buffer.from(reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body)))
    if (request.method === 'GET' && reply.status === 200 && this.bucket !== undefined) {
      const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`
      response.set('etag', etag)
      response.set('cache-control', 'private, max-age=60, s-maxage=60')
      if (hasTag(request.get('if-none-match'), etag)) {
        this.#notModified = true
        if (this.bucket === 'core') this.#refund(this.bucket)
      }
    }
    this.#writeBudget()
    if (this.#notModified) {
      response.status(304).end()
      return
    }
    response.status(reply.status).set(reply.headers ?? {})
    if (reply.body !== undefined && !this.truncateAnswer && reply.unchecked !== true)
      this.#sendChecked(reply.body)
    else
      this.#sendBytes(
        body,
        reply.type ?? (reply.body === undefined ? 'text/plain; charset=utf-8' : JSON_TYPE),
      )
  }

  /** Ends the connection without an answer. */
  hangUp(): void {
    this.request.socket.destroy()
  }

  #sendChecked(body: Json): void {
    // `json` is where the description's checks look.
    this.response.set('content-type', JSON_TYPE).json(body)
  }

  #sendBytes(body: Buffer, type: string): void {
    const { response } = this
    response.set('content-type', type).set('content-length', String(body.length))
    if (!this.truncateAnswer) {
      response.end(body)
      return
    }
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => this.hangUp())
  }

  #budgets(): Record<Bucket, Budget> {
    const { budgets, now } = this.#house
    const state = (bucket: Bucket) => budgets.state(this.user, bucket, now())
    return {
      core: state('core'),
      graphql: state('graphql'),
      search: state('search'),
      code_search: state('code_search'),
    }
  }

  #refund(bucket: Bucket): void {
    this.#house.budgets.giveBack(this.user, bucket, this.cost, this.#house.now())
    this.cost = 0
  }

  #writeBudget(): void {
    const { budgets, enterprise, now } = this.#house
    if (this.bucket === undefined || enterprise) return
    this.response.set(budgetHeaders(this.bucket, budgets.state(this.user, this.bucket, now())))
  }
}

export const DEFAULT_API_VERSION = '2022-11-28'
const JSON_TYPE = 'application/json; charset=utf-8'

/** Weak comparison, as HTTP asks for `If-None-Match`. */
function hasTag(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag)) ?? false
}
