import type { Handler } from './call.ts'
import { isoSeconds, json, openRepository, repositoryUrl } from './call.ts'
import { fullName } from '../world/repository.ts'
import { paginate } from './paginate.ts'
import { renderUser } from './render-user.ts'

export const listReleases: Handler = (call) => {
  const repository = openRepository(call)
  const url = repositoryUrl(call.addresses, repository)
  const newest = [...repository.releases].sort((a, b) => b.at - a.at)
  const { items, headers } = paginate(call, newest, `/repositories/${repository.id}/releases`)
  return json(
    items.map(({ id, tag, name, body, at, assets }) => ({
      url: `${url}/releases/${id}`,
      assets_url: `${url}/releases/${id}/assets`,
      upload_url: `${url}/releases/${id}/assets{?name,label}`,
      html_url: `${call.addresses.web}/${fullName(repository)}/releases/tag/${tag}`,
      id,
      author: renderUser(call.addresses, repository.owner),
      node_id: `RE_${repository.id}_${id}`,
      tag_name: tag,
      target_commitish: repository.defaultBranch,
      name,
      draft: false,
      prerelease: false,
      created_at: isoSeconds(at),
      published_at: isoSeconds(at),
      assets: assets.map((asset) => ({
        url: `${url}/releases/assets/${asset.id}`,
        browser_download_url: `${call.addresses.web}/${fullName(repository)}/releases/download/${tag}/${asset.name}`,
        id: asset.id,
        node_id: `RA_${repository.id}_${asset.id}`,
        name: asset.name,
        label: null,
        state: 'uploaded',
        content_type: 'application/octet-stream',
        size: asset.bytes,
        digest: null,
        download_count: 0,
        created_at: isoSeconds(at),
        updated_at: isoSeconds(at),
        uploader: renderUser(call.addresses, repository.owner),
      })),
      tarball_url: `${url}/tarball/${tag}`,
      zipball_url: `${url}/zipball/${tag}`,
      body,
    })),
    headers,
  )
}
