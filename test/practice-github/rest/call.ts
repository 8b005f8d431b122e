import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import type { Viewer } from '../house/viewer.ts'
import type { Bucket, Budget } from '../house/budgets.ts'
import type { Limits } from '../house/limits.ts'
import type { World } from '../world/state.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
export type JsonObject = Record<string, Json | undefined>

/** The addresses that answers hold. */
export interface Addresses {
  /** `http://127.0.0.1:1234`, or with `/api/v3` as on an Enterprise Server. */
  api: string
  /** Where people look at it. */
  web: string
  /** Where archives and raw files lie. */
  downloads: string
}

/** A request as the routes see it. */
export interface Call {
  world: World
  limits: Limits
  addresses: Addresses
  params: Record<string, string>
  query: URLSearchParams
  /** The path below the API's root, as asked. */
  path: string
  accept: string
  apiVersion: string
  viewer: Viewer | undefined
  now: Date
  /** Weather over this search. */
  searchFault: 'incomplete' | 'short-page' | undefined
  enterprise: boolean
  /** A page of this repository's forks is about to be listed. */
  beforeForks: (repositoryId: number) => void
  /** What is left of each bucket; `undefined` where there are no limits. */
  budgets: Record<Bucket, Budget> | undefined
}

export interface Reply {
  status: number
  body?: Json
  text?: string
  bytes?: Buffer
  type?: string
  headers?: Record<string, string>
}

export type Handler = (call: Call) => Reply | Promise<Reply>

/** Ends a handler with the answer GitHub would give. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reply: Reply

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`)
    this.reply = reply
  }
}

export function json(body: Json, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers }
}

export const DOCS = 'https://docs.github.com/rest'

export function problem(status: number, message: string, more: JsonObject = {}): Refusal {
  return new Refusal({ status, body: { message, documentation_url: DOCS, status: String(status), ...more } })
}

export function notFound(): Refusal {
  return problem(404, 'Not Found')
}

export function validationFailed(errors: JsonObject[], message = 'Validation Failed'): Refusal {
  return problem(422, message, { errors })
}

/**
 * The repository that the path names, as this viewer may see it: otherwise 301 for a former name, 451 or 403
 * for a blocked one, and 404, which says nothing about why.
 */
export function openRepository(call: Call): Repository {
  const { owner = '', repo = '' } = call.params
  const repository = call.world.byName(owner, repo)
  if (repository === undefined) {
    const moved = call.world.byFormerName(owner, repo)
    if (moved === undefined || !isVisible(moved)) throw notFound()
    throw movedPermanently(call, moved)
  }
  if (!isVisible(repository)) throw notFound()
  if (repository.block !== undefined) throw new Refusal(blocked(repository.block))
  return repository
}

export function isVisible(repository: Repository): boolean {
  return !repository.private && !repository.owner.suspended
}

function movedPermanently(call: Call, repository: Repository): Refusal {
  const rest = call.path
    .split('/')
    .slice(4)
    .map((part) => `/${part}`)
    .join('')
  const query = call.query.size === 0 ? '' : `?${call.query.toString()}`
  const url = `${call.addresses.api}/repositories/${repository.id}${rest}${query}`
  return new Refusal({
    status: 301,
    body: {
      message: 'Moved Permanently',
      url,
      documentation_url: `${DOCS}/guides/best-practices-for-using-the-rest-api#follow-redirects`,
    },
    headers: { location: url },
  })
}

/** Source: the 2016 announcement of status 451; neither it nor 403-with-block is in GitHub's description. */
export function blocked({ reason, noticeUrl, at }: NonNullable<Repository['block']>): Reply {
  return {
    status: reason === 'dmca' ? 451 : 403,
    body: {
      message: 'Repository access blocked',
      block: {
        reason,
        created_at: isoSeconds(Date.parse(at)),
        html_url: reason === 'dmca' ? (noticeUrl ?? null) : 'https://github.com/tos',
      },
    },
  }
}

export function isoSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

export function repositoryUrl(addresses: Addresses, repository: Repository): string {
  return `${addresses.api}/repos/${fullName(repository)}`
}
