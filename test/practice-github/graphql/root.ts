import { isVisible, isoSeconds } from '../rest/call.ts'
import { repositoryIdOf } from '../world/node-id.ts'
import type { Repository } from '../world/repository.ts'
import type { GraphqlContext } from './context.ts'
import { typedError } from './context.ts'
import { isShown, ownerNode, repositoryNode } from './repository-node.ts'

const MOST_IDS = 100

/** The fields of `Query` that Clawback may ask for. Any other is refused loudly. */
export function queryRoot(context: GraphqlContext) {
  const { world } = context

  function shown(repository: Repository | undefined, message: string): unknown {
    if (repository === undefined || !isVisible(repository) || !isShown(context, repository)) {
      throw typedError('NOT_FOUND', message)
    }
    return repositoryNode(context, repository)
  }

  function nodeNamed(id: string): unknown {
    const databaseId = repositoryIdOf(id)
    const repository = databaseId === undefined ? undefined : world.byId(databaseId)
    return shown(repository, `Could not resolve to a node with the global id of '${id}'.`)
  }

  return {
    repository({
      owner,
      name,
      followRenames,
    }: {
      owner: string
      name: string
      followRenames?: boolean | null
    }) {
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`
      const former = followRenames === false ? undefined : world.byFormerName(owner, name)
      return shown(world.byName(owner, name) ?? former, message)
    },
    node: ({ id }: { id: string }) => nodeNamed(id),
    nodes({ ids }: { ids: string[] }) {
      if (ids.length > MOST_IDS) {
        const message = `You may not provide more than ${MOST_IDS} node ids; you provided ${ids.length}.`
        throw typedError('ARGUMENT_LIMIT', message)
      }
      // An error in one place of the list is that place's alone.
      return ids.map((id) => {
        try {
          return nodeNamed(id)
        } catch (error) {
          return error
        }
      })
    },
    repositoryOwner: ({ login }: { login: string }) => {
      const user = world.existingUser(login)
      return user === undefined || user.suspended ? null : ownerNode(context, user)
    },
    user({ login }: { login: string }) {
      const user = world.existingUser(login)
      if (user?.type !== 'User' || user.suspended) {
        throw typedError('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`)
      }
      return ownerNode(context, user)
    },
    organization({ login }: { login: string }) {
      const user = world.existingUser(login)
      if (user?.type !== 'Organization' || user.suspended) {
        throw typedError('NOT_FOUND', `Could not resolve to an Organization with the login of '${login}'.`)
      }
      return ownerNode(context, user)
    },
    viewer: () => ({
      __typename: 'User',
      login: context.viewer.login,
      databaseId: context.viewer.id,
      id: `U_${context.viewer.id}`,
    }),
    rateLimit: () => {
      const budget = context.budget()
      if (budget === undefined) return null
      const { limit, remaining, used, reset } = budget
      return {
        cost: context.cost,
        limit,
        nodeCount: context.nodeCount,
        remaining,
        resetAt: isoSeconds(reset * 1000),
        used,
      }
    },
  }
}
