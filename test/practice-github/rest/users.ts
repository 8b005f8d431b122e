import type { User } from '../world/repository.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { isoSeconds, json, notFound, problem } from './call.ts'
import { renderUser } from './render-user.ts'

export const getUser: Handler = (call) => {
  const user = call.world.existingUser(call.params['username'] ?? '')
  if (user === undefined || user.suspended) throw notFound()
  return json(renderProfile(call, user))
}

/** Whose token this is. */
export const getViewer: Handler = (call) => {
  const { viewer } = call
  if (viewer === undefined) throw problem(401, 'Requires authentication')
  if (viewer.isApp === true) throw problem(403, 'Resource not accessible by integration')
  const user: User = {
    id: viewer.id,
    login: viewer.login,
    type: 'User',
    name: null,
    createdAt: call.world.startsAt,
    suspended: false,
  }
  return json(renderProfile(call, user), { 'x-oauth-scopes': '', 'x-accepted-oauth-scopes': '' })
}

function renderProfile(call: Call, user: User): JsonObject {
  const owned = [...call.world.repositories].filter(
    ({ owner, private: hidden }) => owner === user && !hidden,
  ).length
  return {
    ...renderUser(call.addresses, user),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: owned,
    public_gists: [...call.world.gists.values()].filter(({ owner }) => owner === user).length,
    followers: 0,
    following: 0,
    created_at: isoSeconds(user.createdAt),
    updated_at: isoSeconds(user.createdAt),
  }
}
