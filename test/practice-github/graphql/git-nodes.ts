import { entryAt } from '../git/trees.ts'
import type { TreeEntry } from '../git/objects.ts'
import { isoSeconds } from '../rest/call.ts'
import { objectNodeId, refNodeId } from '../world/node-id.ts'
import { commitHistory } from '../world/history.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import { resolveRevision } from '../world/resolve-revision.ts'
import { connection } from './connection.ts'
import type { PageArguments } from './connection.ts'
import type { GraphqlContext } from './context.ts'
import { touch } from './context.ts'
import { repositoryNode } from './repository-node.ts'

/** The object that `oid` or `expression` (`main`, `HEAD:src/a.ts`) names; any object of the network resolves. */
export function objectNamed(
  context: GraphqlContext,
  repository: Repository,
  { oid, expression }: { oid?: string | null; expression?: string | null },
): unknown {
  const text = oid ?? expression
  if (typeof text !== 'string') return null
  const colon = text.indexOf(':')
  const id = resolveRevision(repository, colon < 0 ? text : text.slice(0, colon))
  if (id === undefined) return null
  if (colon < 0) return objectNode(context, repository, id)
  const { objects } = repository.network
  const object = objects.get(objects.peel(id))
  const tree = object?.type === 'commit' ? object.tree : object?.type === 'tree' ? id : undefined
  const entry = tree === undefined ? undefined : entryAt(objects, tree, text.slice(colon + 1))
  return entry === undefined || entry.mode === '160000' ? null : objectNode(context, repository, entry.sha)
}

export function objectNode(context: GraphqlContext, repository: Repository, id: string): unknown {
  const object = repository.network.objects.get(id)
  if (object === undefined) return null
  touch(context)
  const web = `${context.addresses.web}/${fullName(repository)}`
  const common = {
    oid: id,
    abbreviatedOid: id.slice(0, 7),
    commitUrl: `${web}/commit/${id}`,
    commitResourcePath: `/${fullName(repository)}/commit/${id}`,
    repository: () => repositoryNode(context, repository),
  }
  switch (object.type) {
    case 'blob': {
      const isBinary = object.data.subarray(0, 8000).includes(0)
      const isTruncated = object.data.length > context.limits.graphqlTextBytes
      return {
        ...common,
        __typename: 'Blob',
        id: objectNodeId('B', repository, id),
        byteSize: object.data.length,
        isBinary,
        isTruncated,
        text: isBinary ? null : object.data.subarray(0, context.limits.graphqlTextBytes).toString('utf8'),
      }
    }
    case 'tree':
      return {
        ...common,
        __typename: 'Tree',
        id: objectNodeId('T', repository, id),
        entries: () => object.entries.map((entry) => treeEntryNode(context, repository, entry)),
      }
    case 'commit':
      return {
        ...common,
        __typename: 'Commit',
        id: objectNodeId('C', repository, id),
        url: `${web}/commit/${id}`,
        message: object.message.trimEnd(),
        messageHeadline: object.message.split('\n', 1)[0],
        messageBody: object.message.split('\n').slice(2).join('\n').trimEnd(),
        authoredDate: isoSeconds(object.author.at.getTime()),
        committedDate: isoSeconds(object.committer.at.getTime()),
        author: gitActor(object.author),
        committer: gitActor(object.committer),
        tree: () => objectNode(context, repository, object.tree),
        parents: (args: PageArguments) =>
          connection(
            object.parents.map((parent, index) => ({ parent, index })),
            args,
            ({ parent, index }) => [index, parent],
            ({ parent }) => objectNode(context, repository, parent),
          ),
        history: (args: PageArguments & { path?: string | null }) =>
          connection(
            [...commitHistory(repository.network.objects, id, args.path ?? '')].map((commit, index) => ({
              commit,
              index,
            })),
            args,
            ({ commit, index }) => [index, commit],
            ({ commit }) => objectNode(context, repository, commit),
          ),
        file: ({ path }: { path: string }) => {
          const entry = entryAt(repository.network.objects, object.tree, path)
          return entry === undefined ? null : treeEntryNode(context, repository, entry, path)
        },
      }
    case 'tag':
      return {
        ...common,
        __typename: 'Tag',
        id: objectNodeId('TA', repository, id),
        name: object.name,
        message: object.message.trimEnd(),
        tagger: gitActor(object.tagger),
        target: () => objectNode(context, repository, object.object),
      }
  }
}

function gitActor({ name, email, at }: { name: string; email: string; at: Date }) {
  return { name, email, date: isoSeconds(at.getTime()), user: null }
}

function treeEntryNode(
  context: GraphqlContext,
  repository: Repository,
  { name, mode, sha }: TreeEntry,
  path = name,
) {
  const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
  const object = repository.network.objects.get(sha)
  return {
    name,
    path,
    // git's octal mode as a number, as GitHub gives it
    mode: Number.parseInt(mode, 8),
    oid: sha,
    type,
    size: object?.type === 'blob' ? object.data.length : 0,
    object: () => (type === 'commit' ? null : objectNode(context, repository, sha)),
    repository: () => repositoryNode(context, repository),
  }
}

export function refNode(context: GraphqlContext, repository: Repository, ref: string): unknown {
  const id = repository.refs.get(ref)
  if (id === undefined) return null
  touch(context)
  const prefix = /^refs\/(?:heads|tags)\//.exec(ref)?.[0] ?? 'refs/'
  return {
    __typename: 'Ref',
    id: refNodeId(repository, ref),
    name: ref.slice(prefix.length),
    prefix,
    repository: () => repositoryNode(context, repository),
    target: () => objectNode(context, repository, id),
  }
}
