import type { RepositoryName } from '../core/repository/types.ts'

/** Where to ask for something. With a node id, the same repository is found under any name. */
export type Place = RepositoryName & { nodeId?: string | null }

/** The repository as a field of a GraphQL query; what is asked of it stands in `... on Repository`. */
export function repositoryField({ owner, name, nodeId }: Place): string {
  return typeof nodeId === 'string'
    ? `node(id: ${JSON.stringify(nodeId)})`
    : `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)})`
}
