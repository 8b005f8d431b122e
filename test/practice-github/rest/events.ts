import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import type { WorldEvent } from '../world/state.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { isVisible, isoSeconds, json, openRepository, problem, repositoryUrl } from './call.ts'
import { pageOf, paginate } from './paginate.ts'
import { renderMinimalRepository } from './render-repository.ts'
import { renderActor } from './render-user.ts'

const MOST_EVENTS = 300
const OLDEST_DAYS = 30

export const listEvents: Handler = (call) => {
  const repository = openRepository(call)
  return answer(call, `/repositories/${repository.id}/events`, (event) => event.repository === repository)
}

export const listNetworkEvents: Handler = (call) => {
  const { network } = openRepository(call)
  return answer(call, call.path, (event) => event.repository.network === network)
}

/** Newest first, late, at most 300 and not older than 30 days: a hint, never complete. */
function answer(call: Call, path: string, belongs: (event: WorldEvent) => boolean) {
  const { page, perPage } = pageOf(call)
  if ((page - 1) * perPage >= MOST_EVENTS) {
    throw problem(422, 'In order to keep the API fast for everyone, pagination is limited for this resource.')
  }
  const now = call.now.getTime()
  const events = call.world.events.filter(
    (event) =>
      belongs(event) &&
      isShown(event.repository) &&
      event.at <= now - call.limits.eventDelaySeconds * 1000 &&
      event.at > now - OLDEST_DAYS * 86_400_000,
  )
  const newest = events.sort((a, b) => b.at - a.at || b.id - a.id).slice(0, MOST_EVENTS)
  const { items, headers } = paginate(call, newest, path)
  return json(
    items.map((event) => renderEvent(call, event)),
    { ...headers, 'x-poll-interval': '60' },
  )
}

function isShown(repository: Repository): boolean {
  return isVisible(repository) && repository.block === undefined
}

function renderEvent(call: Call, event: WorldEvent): JsonObject {
  const { repository, actor } = event
  return {
    id: String(event.id),
    type: event.type,
    actor: renderActor(call.addresses, actor),
    repo: { id: repository.id, name: fullName(repository), url: repositoryUrl(call.addresses, repository) },
    payload: payloadOf(call, event),
    public: true,
    created_at: isoSeconds(event.at),
  }
}

function payloadOf(
  { addresses }: Call,
  { type, repository, id, ref, before, head, forkee }: WorldEvent,
): JsonObject {
  const named = {
    ref: ref?.replace(/^refs\/(heads|tags)\//, '') ?? repository.defaultBranch,
    ref_type: ref === undefined ? 'repository' : ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    full_ref: ref ?? `refs/heads/${repository.defaultBranch}`,
    pusher_type: 'user',
  }
  switch (type) {
    case 'CreateEvent':
      return { ...named, master_branch: repository.defaultBranch, description: repository.description }
    case 'DeleteEvent':
      return named
    case 'ForkEvent':
      return { action: 'forked', forkee: { ...renderMinimalRepository(addresses, forkee!), public: true } }
    case 'PublicEvent':
      return {}
    case 'PushEvent':
      return { repository_id: repository.id, push_id: id, ref: ref!, head: head!, before: before! }
  }
}
