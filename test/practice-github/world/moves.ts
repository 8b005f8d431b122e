import { addRepository, commitsOf, dropRef, headOf, setRef, writeCommits } from './add-repository.ts'
import type { BranchDefinition, RepositoryDefinition } from './definition.ts'
import type { Repository } from './repository.ts'
import { resolveCommit } from './resolve-revision.ts'
import type { World } from './state.ts'

export interface Push extends BranchDefinition {
  branch?: string
  /** Move the branch to `from`, whatever it was. */
  force?: boolean
}

export type WorldMoves = ReturnType<typeof createMoves>

/** What can happen to a world while Clawback looks at it. Names are `owner/name`, as they are at that moment. */
export function createMoves(world: World, now: () => Date) {
  const time = () => now().getTime()

  function changed(repository: Repository): Repository {
    repository.updatedAt = time()
    world.revision++
    return repository
  }

  const gistOf = (id: string) => {
    const gist = world.gists.get(id)
    if (gist === undefined) throw new Error(`there is no gist ${id} in this world`)
    return gist
  }

  return {
    find: (name: string): Repository => world.must(name),

    create(definition: RepositoryDefinition): Repository {
      const repository = addRepository(world, definition, time())
      return repository
    },

    fork(of: string, as: string, definition: Partial<RepositoryDefinition> = {}): Repository {
      const [owner = '', name = ''] = as.split('/')
      return addRepository(world, { ...definition, owner, name, forkOf: of }, time())
    },

    push(name: string, push: Push): string {
      const repository = world.must(name)
      const ref = `refs/heads/${push.branch ?? repository.defaultBranch}`
      const before = repository.refs.get(ref)
      const writer = { world, repository, at: Math.max(time() - 3_600_000, repository.createdAt) }
      const head =
        before === undefined || push.force === true
          ? headOf(writer, push)
          : writeCommits(writer, before, commitsOf(push))
      setRef(repository, ref, head)
      repository.pushedAt = time()
      repository.pushedSinceCreation = true
      const actor = repository.owner
      if (before === undefined) world.record({ type: 'CreateEvent', repository, actor, at: time(), ref })
      else world.record({ type: 'PushEvent', repository, actor, at: time(), ref, before, head })
      changed(repository)
      return head
    },

    tag(name: string, tag: string, at = 'HEAD'): void {
      const repository = world.must(name)
      const commit = resolveCommit(repository, at)
      if (commit === undefined) throw new Error(`${name} has no ${at}`)
      setRef(repository, `refs/tags/${tag}`, commit)
      world.record({
        type: 'CreateEvent',
        repository,
        actor: repository.owner,
        at: time(),
        ref: `refs/tags/${tag}`,
      })
      changed(repository)
    },

    dropBranch(name: string, branch: string): void {
      const repository = world.must(name)
      dropRef(repository, `refs/heads/${branch}`)
      world.record({
        type: 'DeleteEvent',
        repository,
        actor: repository.owner,
        at: time(),
        ref: `refs/heads/${branch}`,
      })
      changed(repository)
    },

    dropTag(name: string, tag: string): void {
      const repository = world.must(name)
      dropRef(repository, `refs/tags/${tag}`)
      world.record({
        type: 'DeleteEvent',
        repository,
        actor: repository.owner,
        at: time(),
        ref: `refs/tags/${tag}`,
      })
      changed(repository)
    },

    /** Disabled under a published notice: 451 from now on. */
    disable(name: string, noticeUrl: string): void {
      const at = now().toISOString()
      changed(world.must(name)).block = { reason: 'dmca', noticeUrl, at }
    },

    /** Blocked by GitHub's staff: 403 with a block. */
    block(name: string, reason: 'tos' | 'unavailable' = 'tos'): void {
      changed(world.must(name)).block = { reason, at: now().toISOString() }
    },

    reinstate(name: string): void {
      changed(world.must(name)).block = undefined
    },

    rename(name: string, to: string): void {
      const repository = world.must(name)
      const [owner, newName] = to.includes('/') ? to.split('/') : [repository.owner.login, to]
      world.rename(repository, world.user(owner!), newName!)
      changed(repository)
    },

    /** Deleted by its owner. The oldest public fork becomes the root of what is left. */
    delete(name: string): void {
      const repository = world.must(name)
      leaveNetwork(repository)
      world.remove(repository)
    },

    /** Hidden by its owner. Public forks of a repository made private become a network of their own. */
    makePrivate(name: string): void {
      const repository = changed(world.must(name))
      const objects = repository.network.objects.split()
      leaveNetwork(repository)
      repository.private = true
      repository.parent = undefined
      repository.forks = []
      repository.network = { objects, root: repository, size: 1 }
    },

    makePublic(name: string): void {
      const repository = changed(world.must(name))
      repository.private = false
      world.record({ type: 'PublicEvent', repository, actor: repository.owner, at: time() })
    },

    archive(name: string): void {
      changed(world.must(name)).archived = true
    },

    star(name: string, stars: number): void {
      changed(world.must(name)).stars = stars
    },

    /** The owner's account is suspended: all its repositories answer 404. */
    suspendOwner(login: string): void {
      world.user(login).suspended = true
      world.revision++
    },

    deleteGist(id: string): void {
      world.gists.delete(id)
    },

    disableGist(id: string, noticeUrl: string): void {
      gistOf(id).block = { reason: 'dmca', noticeUrl, at: now().toISOString() }
    },

    reinstateGist(id: string): void {
      gistOf(id).block = undefined
    },

    /** Adds or changes files; null takes one out. A gist without files is none. */
    editGist(id: string, files: Readonly<Record<string, string | null>>): void {
      const gist = gistOf(id)
      const kept = Object.entries({ ...gist.files, ...files }).filter(
        (file): file is [string, string] => file[1] !== null,
      )
      if (kept.length === 0) throw new Error(`the gist ${id} would be empty`)
      gist.files = Object.fromEntries(kept)
    },
  }
}

/** Source: GitHub's page "What happens to forks when a repository is deleted or changes visibility". */
function leaveNetwork(repository: Repository): void {
  const { network, parent, forks } = repository
  network.size--
  if (parent !== undefined) {
    parent.forks = parent.forks.filter((fork) => fork !== repository)
    for (const fork of forks) fork.parent = parent
    parent.forks.push(...forks)
    parent.forks.sort((a, b) => a.createdAt - b.createdAt)
    return
  }
  const heir = forks.find((fork) => fork.block === undefined) ?? forks[0]
  if (heir === undefined) return
  heir.parent = undefined
  const siblings = forks.filter((fork) => fork !== heir)
  for (const fork of siblings) fork.parent = heir
  heir.forks = [...heir.forks, ...siblings].sort((a, b) => a.createdAt - b.createdAt)
  network.root = heir
}

/** The whole network of a repository, parents before forks. */
export function* networkMembers(root: Repository): Generator<Repository> {
  const queue = [root]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    yield next
    for (const fork of next.forks) queue.push(fork)
  }
}
