import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { entryAt, walkTree } from '../git/trees.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import { resolveCommit } from '../world/resolve-revision.ts'
import type { Handler } from './call.ts'
import { notFound, openRepository } from './call.ts'

/** 302 to another host (here another path), where the archive lies. */
export const getTarball: Handler = (call) => {
  const repository = openRepository(call)
  const ref = call.params['ref'] ?? repository.defaultBranch
  if (resolveCommit(repository, ref) === undefined) throw notFound()
  const location = `${call.addresses.downloads}/_codeload/${fullName(repository)}/legacy.tar.gz/${ref}`
  return { status: 302, headers: { location } }
}

/** The archive: one folder named after the repository and the commit, as GitHub packs it. */
export const download: Handler = async (call) => {
  const repository = openRepository(call)
  const commit = resolveCommit(repository, call.params['ref'] ?? '')
  if (commit === undefined) throw notFound()
  const archive = await packed(repository, commit)
  const name = `${repository.owner.login}-${repository.name}-${commit.slice(0, 7)}`
  return {
    status: 200,
    bytes: gzipSync(archive),
    type: 'application/x-gzip',
    headers: { 'content-disposition': `attachment; filename=${name}.tar.gz` },
  }
}

async function packed(repository: Repository, commit: string): Promise<Buffer> {
  const { objects } = repository.network
  const { tree, committer } = objects.commit(commit)
  const folder = `${repository.owner.login}-${repository.name}-${commit.slice(0, 7)}`
  const archive = pack()
  const whole = buffer(archive)
  for (const { path, mode, sha } of walkTree(objects, tree)) {
    const header = { name: `${folder}/${path}`, mtime: committer.at, mode: mode === '100755' ? 0o775 : 0o664 }
    if (mode === '040000' || mode === '160000') archive.entry({ ...header, type: 'directory' })
    else if (mode === '120000') {
      archive.entry({ ...header, type: 'symlink', linkname: objects.blob(sha).data.toString('utf8') })
    } else archive.entry(header, objects.blob(sha).data)
  }
  archive.finalize()
  return whole
}

/** A file's bytes, where `download_url` leads. */
export const getRaw: Handler = (call) => {
  const repository = openRepository(call)
  const commit = resolveCommit(repository, call.params['ref'] ?? '')
  if (commit === undefined) throw notFound()
  const { objects } = repository.network
  const entry = entryAt(objects, objects.commit(commit).tree, call.params['path'] ?? '')
  const object = entry === undefined ? undefined : objects.get(entry.sha)
  if (object?.type !== 'blob') throw notFound()
  return { status: 200, bytes: object.data, type: 'application/octet-stream' }
}
