import { setTimeout as sleep } from 'node:timers/promises'
import { DOCS } from '../rest/call.ts'
import { fullName } from '../world/repository.ts'
import type { Bucket } from './budgets.ts'
import { DEFAULT_API_VERSION } from './exchange.ts'
import type { Exchange, House } from './exchange.ts'
import { viewerOf } from './viewer.ts'
import type { FaultKind, SeenRequest } from './weather.ts'

const API_VERSIONS = new Set([DEFAULT_API_VERSION, '2026-03-10'])

/**
 * What every request meets before its route: the weather, the credentials, the API version, the limits.
 * Whether the request goes on; when not, it has been answered.
 */
export async function gate(house: House, exchange: Exchange): Promise<boolean> {
  const { request, response } = exchange
  response.set({
    date: exchange.at.toUTCString(),
    server: 'github.com',
    'x-github-request-id': requestId(house.requests.length),
    'x-content-type-options': 'nosniff',
    vary: 'Accept, Authorization, Cookie, Accept-Encoding',
  })
  if (house.enterprise && !enterEnterprise(exchange)) return false
  const isGraphql = request.path === '/graphql'
  const fault = house.sky.over(seen(exchange, isGraphql))
  if (fault === 'reset') {
    exchange.hangUp()
    return false
  }
  const isDownload = request.path.startsWith('/_')
  if (!isDownload && !admit(house, exchange, isGraphql)) return false
  exchange.duringPause = house.pauses.holds(exchange.user ?? 'anonymous', exchange.at)
  if (!isDownload && !enterSecondary(house, exchange, isGraphql ? 'graphql' : 'rest')) return false
  const delay = house.latency + (fault === 'slow' ? house.sky.slowBy : 0)
  if (delay > 0) await sleep(delay)
  if (isDownload) return true
  if (fault !== undefined && meets(house, exchange, fault, isGraphql)) return false
  followId(house, exchange)
  return isGraphql || charge(house, exchange)
}

function seen({ request }: Exchange, isGraphql: boolean): SeenRequest {
  const url = new URL(request.url, 'http://practice')
  const body = request.body as { query?: unknown } | undefined
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    graphql: isGraphql && typeof body?.query === 'string' ? body.query : undefined,
  }
}

/** `/api/v3/…` and `/api/graphql` are the only ways in. */
function enterEnterprise(exchange: Exchange): boolean {
  const { request } = exchange
  const url = request.url.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql(?=$|\?)/, '/graphql')
  if (url === request.url && !url.startsWith('/_')) {
    exchange.send({ status: 404, body: { message: 'Not Found', documentation_url: DOCS } })
    return false
  }
  request.url = url === '' ? '/' : url
  return true
}

function admit(house: House, exchange: Exchange, isGraphql: boolean): boolean {
  const { request } = exchange
  if (request.get('user-agent') === undefined) {
    exchange.send({
      status: 403,
      text: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.\n',
    })
    return false
  }
  if (isOfApp(request.path)) {
    const app = house.apps.signedIn(request.get('authorization'), exchange.at)
    if (typeof app === 'string') return refuse(exchange, 401, app)
    exchange.app = app
    return true
  }
  const viewer = viewerOf(request.get('authorization'), { ...house, now: exchange.at })
  if (viewer === 'refused') return refuse(exchange, 401, 'Bad credentials')
  if (isGraphql && viewer === undefined)
    return refuse(exchange, 401, 'This endpoint requires you to be authenticated.')
  exchange.viewer = viewer
  const version = request.get('x-github-api-version')
  if (version !== undefined && !isGraphql) {
    if (!API_VERSIONS.has(version)) {
      const isDate = /^\d{4}-\d{2}-\d{2}$/.test(version)
      return refuse(exchange, isDate ? 410 : 400, `API version "${version}" is not supported.`)
    }
    exchange.response.set('x-github-api-version-selected', version)
  }
  return true
}

function refuse(exchange: Exchange, status: number, message: string): false {
  exchange.send({ status, body: { message, documentation_url: DOCS, status: String(status) } })
  return false
}

/** Weather that answers in place of the route. */
function meets(house: House, exchange: Exchange, fault: FaultKind, isGraphql: boolean): boolean {
  switch (fault) {
    case 'bad-gateway':
      exchange.send(
        isGraphql
          ? { status: 502, body: { data: null, errors: [{ message: SOMETHING_WENT_WRONG }] } }
          : {
              status: 502,
              text: '<html><head><title>502 Bad Gateway</title></head><body></body></html>',
              type: 'text/html',
            },
      )
      return true
    case 'server-error':
      exchange.send({ status: 500, body: { message: 'Server Error' } })
      return true
    case 'secondary':
      refuseSecondary(house, exchange)
      return true
    case 'truncated':
      exchange.truncateAnswer = true
      return false
    case 'incomplete':
    case 'short-page':
      exchange.searchFault = fault
      return false
    case 'reset':
    case 'slow':
      return false
  }
}

const SOMETHING_WENT_WRONG =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.'

function refuseSecondary({ limits, pauses }: House, exchange: Exchange): void {
  pauses.ask(exchange.user ?? 'anonymous', limits.retryAfterSeconds, exchange.at)
  exchange.send({
    status: limits.exceededStatus,
    headers: { 'retry-after': String(limits.retryAfterSeconds) },
    body: {
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
      documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits`,
    },
  })
}

/** Whether the secondary limits let the request run; it is counted as running until its answer ends. */
function enterSecondary(house: House, exchange: Exchange, kind: 'rest' | 'graphql'): boolean {
  if (house.enterprise) return true
  const who = exchange.user ?? 'anonymous'
  if (!house.secondary.enter(who, kind, house.now())) {
    refuseSecondary(house, exchange)
    return false
  }
  exchange.response.once('close', () => house.secondary.leave(who))
  return true
}

/** `/repositories/{id}/…`, where redirects and page links lead, is the repository under its name of today. */
function followId(house: House, { request }: Exchange): void {
  const match = /^\/repositories\/(\d+)(?=\/|\?|$)/.exec(request.url)
  if (match === null) return
  const repository = house.world.byId(Number(match[1]))
  // A name that cannot be taken, so that the answer is GitHub's 404.
  const name = repository === undefined ? '-/-' : fullName(repository)
  request.url = `/repos/${name}${request.url.slice(match[0].length)}`
}

function charge(house: House, exchange: Exchange): boolean {
  const bucket = bucketOf(exchange.request.path)
  if (bucket === undefined || house.enterprise) return true
  exchange.bucket = bucket
  if (bucket === 'code_search' && exchange.viewer === undefined) return true
  if (house.budgets.take(exchange.user, bucket, 1, house.now())) {
    exchange.cost = 1
    return true
  }
  exchange.overBudget = true
  exchange.send({
    status: house.limits.exceededStatus,
    body: {
      message:
        exchange.viewer === undefined
          ? "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
          : `API rate limit exceeded for user ID ${exchange.viewer.id}. If you reach out to GitHub Support for help, please include the request ID.`,
      documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api`,
      status: String(house.limits.exceededStatus),
    },
  })
  return false
}

/** What only an App may ask for, by its own name and not an installation's. */
function isOfApp(path: string): boolean {
  return path === '/app' || path.startsWith('/app/')
}

/** `/rate_limit` is free; everything that is no search is core. */
function bucketOf(path: string): Bucket | undefined {
  if (path === '/rate_limit' || isOfApp(path)) return undefined
  if (path === '/search/code') return 'code_search'
  return path.startsWith('/search/') ? 'search' : 'core'
}

function requestId(count: number): string {
  return `PRAC:${count.toString(16).toUpperCase().padStart(8, '0')}`
}
