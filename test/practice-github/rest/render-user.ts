import { userNodeId } from '../world/node-id.ts'
import type { User } from '../world/repository.ts'
import type { Addresses, JsonObject } from './call.ts'

export function renderUser({ api, web }: Addresses, user: User): JsonObject {
  const url = `${api}/users/${user.login}`
  return {
    login: user.login,
    id: user.id,
    node_id: userNodeId(user),
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${web}/${user.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  }
}

export function renderActor({ api }: Addresses, user: User): JsonObject {
  return {
    id: user.id,
    login: user.login,
    display_login: user.login,
    gravatar_id: '',
    url: `${api}/users/${user.login}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?`,
  }
}
