import { objectId } from '../git/objects.ts'
import type { Handler, JsonObject } from './call.ts'
import { blocked, isoSeconds, json, notFound, Refusal } from './call.ts'
import { renderUser } from './render-user.ts'

export const getGist: Handler = ({ world, limits, addresses, params }) => {
  const gist = world.gists.get(params['gist_id'] ?? '')
  if (gist === undefined || gist.owner.suspended) throw notFound()
  if (gist.block !== undefined) throw new Refusal(blocked(gist.block))
  const url = `${addresses.api}/gists/${gist.id}`
  const web = `https://gist.github.com/${gist.owner.login}/${gist.id}`
  const files: JsonObject = {}
  for (const [filename, content] of Object.entries(gist.files)) {
    const data = Buffer.from(content)
    files[filename] = {
      filename,
      type: 'text/plain',
      language: 'Text',
      raw_url: `${web}/raw/${objectId({ type: 'blob', data })}/${encodeURIComponent(filename)}`,
      size: data.length,
      truncated: data.length > limits.contentsBytes,
      content: data.subarray(0, limits.contentsBytes).toString('utf8'),
      encoding: 'utf-8',
    }
  }
  return json({
    url,
    forks_url: `${url}/forks`,
    commits_url: `${url}/commits`,
    id: gist.id,
    node_id: `G_${gist.id}`,
    git_pull_url: `${web}.git`,
    git_push_url: `${web}.git`,
    html_url: web,
    files,
    public: true,
    created_at: isoSeconds(gist.createdAt),
    updated_at: isoSeconds(gist.createdAt),
    description: gist.description,
    comments: 0,
    comments_enabled: true,
    comments_url: `${url}/comments`,
    user: null,
    owner: renderUser(addresses, gist.owner),
    truncated: false,
  })
}
