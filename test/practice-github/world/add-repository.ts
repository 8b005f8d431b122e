import { ObjectStore } from '../git/object-store.ts'
import { changedTree } from '../git/trees.ts'
import type { Person } from '../git/objects.ts'
import type { BranchDefinition, CommitDefinition, RepositoryDefinition, TagDefinition } from './definition.ts'
import type { Network, Repository } from './repository.ts'
import { fullName } from './repository.ts'
import { resolveCommit } from './resolve-revision.ts'
import type { World } from './state.ts'

const HOUR = 3_600_000

/** Brings a defined repository into the world: a fork shares its network's objects and, until it changes, its refs. */
export function addRepository(
  world: World,
  definition: RepositoryDefinition,
  defaultCreatedAt: number,
): Repository {
  const createdAt = definition.createdAt === undefined ? defaultCreatedAt : Date.parse(definition.createdAt)
  const parent = definition.forkOf === undefined ? undefined : world.must(definition.forkOf)
  const repository: Repository = {
    id: world.nextRepositoryId(definition.id),
    owner: world.user(definition.owner),
    name: definition.name,
    // Set just below: a network's root is the repository itself.
    network: parent?.network as Network,
    parent,
    forks: [],
    refs: parent?.refs ?? new Map(),
    defaultBranch: definition.defaultBranch ?? parent?.defaultBranch ?? 'main',
    createdAt,
    updatedAt: createdAt,
    // A clean fork shows its parent's last push, which is older than the fork itself.
    pushedAt: parent?.pushedAt ?? createdAt,
    pushedSinceCreation: false,
    stars: definition.stars ?? 0,
    archived: definition.archived ?? false,
    private: definition.private ?? false,
    description: definition.description ?? parent?.description ?? null,
    homepage: definition.homepage ?? null,
    topics: definition.topics ?? [],
    license: definition.license ?? parent?.license ?? null,
    block:
      definition.block === undefined
        ? undefined
        : { ...definition.block, at: definition.block.at ?? new Date(world.startsAt).toISOString() },
    notIndexed: definition.notIndexed ?? false,
    releases: (definition.releases ?? []).map((release, index) => ({
      id: index + 1,
      tag: release.tag,
      name: release.name ?? release.tag,
      body: release.body ?? '',
      at: release.at === undefined ? createdAt : Date.parse(release.at),
      assets: (release.assets ?? []).map((asset, at) => ({ id: (index + 1) * 100 + at, ...asset })),
    })),
  }
  if (parent === undefined) repository.network = { objects: new ObjectStore(), root: repository, size: 0 }
  repository.network.size++
  parent?.forks.push(repository)
  writeRefs(world, repository, definition)
  if (definition.pushedAt !== undefined) repository.pushedAt = Date.parse(definition.pushedAt)
  world.add(repository)
  if (parent === undefined) {
    world.record({ type: 'CreateEvent', repository, actor: repository.owner, at: createdAt })
  } else {
    world.record({
      type: 'ForkEvent',
      repository: parent,
      actor: repository.owner,
      at: createdAt,
      forkee: repository,
    })
  }
  return repository
}

function writeRefs(world: World, repository: Repository, definition: RepositoryDefinition): void {
  const main = `refs/heads/${repository.defaultBranch}`
  const writer: Writer = { world, repository, at: repository.createdAt }
  const commits = commitsOf(definition)
  if (commits.length > 0) setRef(repository, main, writeCommits(writer, repository.refs.get(main), commits))
  writer.refsBefore = repository.refs
  for (const [branch, content] of Object.entries(definition.branches ?? {})) {
    const ref = `refs/heads/${branch}`
    if (content === null) dropRef(repository, ref)
    else setRef(repository, ref, headOf(writer, typeof content === 'string' ? { from: content } : content))
  }
  for (const [tag, content] of Object.entries(definition.tags ?? {})) {
    const ref = `refs/tags/${tag}`
    if (content === null) dropRef(repository, ref)
    else
      setRef(repository, ref, tagOf(writer, tag, typeof content === 'string' ? { from: content } : content))
  }
}

export interface Writer {
  world: World
  repository: Repository
  /** The time of the last commit made here. */
  at: number
  /** Names mean what they meant before the definition's branches and tags were written, in whatever order. */
  refsBefore?: Repository['refs']
}

/** The commits that `files` and `commits` of a definition ask for, in order. */
export function commitsOf({ files, commits, message }: BranchDefinition): CommitDefinition[] {
  const first = files === undefined ? [] : [{ message: message ?? 'Add files', files }]
  return [...first, ...(commits ?? [])]
}

export function headOf(writer: Writer, definition: BranchDefinition): string {
  const { repository } = writer
  const from = definition.from ?? repository.defaultBranch
  const base = resolveFrom(writer, from)
  if (base === undefined && definition.from !== undefined)
    throw new Error(`${fullName(repository)} has no ${from}`)
  const head = writeCommits(writer, base, commitsOf(definition))
  if (head === undefined) throw new Error(`a branch or tag of ${fullName(repository)} has no commit`)
  return head
}

function tagOf(writer: Writer, name: string, definition: TagDefinition): string {
  const object = headOf(writer, definition)
  if (definition.annotation === undefined) return object
  const tagger = personOf(writer.repository.owner.login, writer.at)
  return writer.repository.network.objects.add({
    type: 'tag',
    object,
    name,
    tagger,
    message: withNewline(definition.annotation),
  })
}

/** `main`, or `owner/name:main` for a ref of another repository of the same network. */
function resolveFrom({ world, repository, refsBefore }: Writer, from: string): string | undefined {
  const colon = from.indexOf(':')
  if (colon < 0) {
    const before =
      refsBefore === undefined ? undefined : resolveCommit({ ...repository, refs: refsBefore }, from)
    return before ?? resolveCommit(repository, from)
  }
  const other = world.must(from.slice(0, colon))
  if (other.network !== repository.network) throw new Error(`${fullName(other)} is in another network`)
  return resolveCommit(other, from.slice(colon + 1))
}

/** Each commit on top of the one before it; the last one's id. */
export function writeCommits<T extends string | undefined>(
  writer: Writer,
  base: T,
  commits: readonly CommitDefinition[],
): string | T {
  const { repository } = writer
  const { objects } = repository.network
  let head: string | undefined = base
  for (const { message, files, at, author } of commits) {
    writer.at = at === undefined ? writer.at + HOUR : Date.parse(at)
    const tree = changedTree(objects, head === undefined ? undefined : objects.commit(head).tree, files)
    const person =
      author === undefined
        ? personOf(repository.owner.login, writer.at)
        : { ...author, at: new Date(writer.at) }
    head = objects.add({
      type: 'commit',
      tree,
      parents: head === undefined ? [] : [head],
      author: person,
      committer: person,
      message: withNewline(message),
    })
    repository.pushedAt = Math.max(repository.pushedAt, writer.at)
    repository.updatedAt = Math.max(repository.updatedAt, writer.at)
    if (writer.at > repository.createdAt) repository.pushedSinceCreation = true
  }
  return head as string | T
}

export function setRef(repository: Repository, ref: string, id: string | undefined): void {
  if (id !== undefined) repository.refs = new Map([...repository.refs, [ref, id]])
}

export function dropRef(repository: Repository, ref: string): void {
  repository.refs = new Map([...repository.refs].filter(([name]) => name !== ref))
}

function personOf(login: string, at: number): Person {
  return { name: login, email: `${login.toLowerCase()}@users.noreply.github.com`, at: new Date(at) }
}

function withNewline(message: string): string {
  return message.endsWith('\n') ? message : `${message}\n`
}
