import { entryAt } from '../git/trees.ts'
import type { TreeEntry } from '../git/objects.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import { resolveCommit } from '../world/resolve-revision.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { json, notFound, openRepository, problem, repositoryUrl } from './call.ts'
import { base64Lines, wantsRaw } from './git-data.ts'
import { renderLicense } from './render-license.ts'

const RAW_ONLY_BYTES = 100 * 1024 * 1024

/** A file, a folder (at most 1,000 entries, silently), a link or a submodule. */
export const getContents: Handler = (call) => {
  const repository = openRepository(call)
  const ref = call.query.get('ref') ?? repository.defaultBranch
  const path = (call.params['path'] ?? '').replace(/^\/+|\/+$/g, '')
  if (repository.refs.size === 0) throw problem(404, 'This repository is empty.')
  const commit = resolveCommit(repository, ref)
  if (commit === undefined) throw problem(404, `No commit found for the ref ${ref}`)
  const { objects } = repository.network
  const entry = entryAt(objects, objects.commit(commit).tree, path)
  if (entry === undefined) throw notFound()
  const place: Place = { call, repository, ref, commit }
  if (entry.mode !== '040000') return fileAnswer(place, path, entry)
  const entries = objects
    .tree(entry.sha)
    .entries.slice(0, call.limits.contentsEntries)
    .map((inner) => listed(place, path === '' ? inner.name : `${path}/${inner.name}`, inner))
  if (!wantsObject(call)) return json(entries)
  return json({ ...described(place, path, entry), entries })
}

interface Place {
  call: Call
  repository: Repository
  ref: string
  commit: string
}

function fileAnswer(place: Place, path: string, entry: TreeEntry) {
  const { call, repository } = place
  if (entry.mode === '160000') {
    return json({
      ...described(place, path, entry),
      submodule_git_url: 'https://github.com/unknown/unknown.git',
    })
  }
  const { data } = repository.network.objects.blob(entry.sha)
  if (entry.mode === '120000')
    return json({ ...described(place, path, entry), target: data.toString('utf8') })
  if (data.length > RAW_ONLY_BYTES) {
    throw problem(
      403,
      'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API',
    )
  }
  if (wantsRaw(call))
    return { status: 200, bytes: data, type: 'application/vnd.github.raw+json; charset=utf-8' }
  return json({ ...described(place, path, entry), ...contentOf(call, data) })
}

/** Over 1 MB there is no content in the answer, and it says `none`. */
function contentOf({ limits }: Call, data: Buffer): JsonObject {
  return data.length > limits.contentsBytes
    ? { content: '', encoding: 'none' }
    : { content: base64Lines(data), encoding: 'base64' }
}

function listed(place: Place, path: string, entry: TreeEntry): JsonObject {
  const item = described(place, path, entry)
  // Until API version 2026-03-10 a listing calls a submodule a file.
  return item['type'] === 'submodule' && place.call.apiVersion < '2026-03-10'
    ? { ...item, type: 'file' }
    : item
}

function described(
  { call, repository, ref, commit }: Place,
  path: string,
  { name, mode, sha }: TreeEntry,
): JsonObject {
  const url = repositoryUrl(call.addresses, repository)
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const self = `${url}/contents/${encoded}?ref=${encodeURIComponent(ref)}`
  const type =
    mode === '040000' ? 'dir' : mode === '160000' ? 'submodule' : mode === '120000' ? 'symlink' : 'file'
  const object = repository.network.objects.get(sha)
  const git = type === 'submodule' ? null : `${url}/git/${type === 'dir' ? 'trees' : 'blobs'}/${sha}`
  const html = `${call.addresses.web}/${fullName(repository)}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${encoded}`
  const raw = `${call.addresses.downloads}/_raw/${fullName(repository)}/${commit}/${encoded}`
  return {
    name,
    path,
    sha,
    size: object?.type === 'blob' ? object.data.length : 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: type === 'file' || type === 'symlink' ? raw : null,
    type,
    _links: { self, git, html },
  }
}

function wantsObject({ accept }: Call): boolean {
  return /application\/vnd\.github(\.v3)?\.object/.test(accept)
}

/** The file that GitHub took for the licence, with what it made of it. */
export const getLicense: Handler = (call) => {
  const repository = openRepository(call)
  const ref = call.query.get('ref') ?? repository.defaultBranch
  const commit = resolveCommit(repository, ref)
  if (commit === undefined) throw notFound()
  const { objects } = repository.network
  const entry = objects
    .tree(objects.commit(commit).tree)
    .entries.find(({ name, mode }) => mode !== '040000' && /^(licen[cs]e|copying)(\.|$)/i.test(name))
  if (entry === undefined) throw notFound()
  const { data } = objects.blob(entry.sha)
  return json({
    ...described({ call, repository, ref, commit }, entry.name, entry),
    ...contentOf(call, data),
    license: renderLicense(call.addresses, repository.license ?? 'NOASSERTION'),
  })
}
