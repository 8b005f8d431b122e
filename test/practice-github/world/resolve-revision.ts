import type { Repository } from './repository.ts'

/** The object that a branch, tag, full ref, `HEAD` or (short) id names, in git's order of preference. */
export function resolveRevision(repository: Repository, revision: string): string | undefined {
  const { refs, network } = repository
  if (/^[0-9a-f]{40}$/i.test(revision)) {
    const id = revision.toLowerCase()
    // Any object of the network resolves, whether or not this repository's own refs reach it.
    return network.objects.get(id) === undefined ? undefined : id
  }
  if (revision === 'HEAD') return refs.get(`refs/heads/${repository.defaultBranch}`)
  for (const name of [revision, `refs/${revision}`, `refs/tags/${revision}`, `refs/heads/${revision}`]) {
    const id = refs.get(name)
    if (id !== undefined) return id
  }
  if (!/^[0-9a-f]{7,39}$/i.test(revision)) return undefined
  const found = network.objects.startingWith(revision.toLowerCase())
  return found.length === 1 ? found[0] : undefined
}

/** The commit that a revision names, tags peeled; `main~2` is two first parents before. */
export function resolveCommit(repository: Repository, revision: string): string | undefined {
  const earlier = /^(.+)~(\d+)$/.exec(revision)
  if (earlier !== null) {
    let commit = resolveCommit(repository, earlier[1]!)
    for (let step = Number(earlier[2]); step > 0 && commit !== undefined; step--) {
      commit = repository.network.objects.commit(commit).parents[0]
    }
    return commit
  }
  const id = resolveRevision(repository, revision)
  if (id === undefined) return undefined
  const commit = repository.network.objects.peel(id)
  return repository.network.objects.get(commit)?.type === 'commit' ? commit : undefined
}
