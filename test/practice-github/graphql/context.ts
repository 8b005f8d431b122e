import { GraphQLError } from 'graphql'
import type { Limits } from '../house/limits.ts'
import type { Budget } from '../house/budgets.ts'
import type { Addresses } from '../rest/call.ts'
import type { Viewer } from '../house/viewer.ts'
import type { World } from '../world/state.ts'

/** What one GraphQL call has at hand, and what it has used up. */
export interface GraphqlContext {
  world: World
  limits: Limits
  addresses: Addresses
  viewer: Viewer
  cost: number
  nodeCount: number
  /** `undefined` where there are no limits. */
  budget: () => Budget | undefined
  /** Nodes made so far. */
  touched: number
  /** A page of forks of this repository is about to be listed. */
  beforeForks: (repositoryId: number) => void
}

/** The query took longer than ten seconds: the answer is a 502, not GraphQL. */
export class TookTooLong extends Error {
  override name = 'TookTooLong'
}

/** Every node made counts; a call that asks for too many ends in a timeout, or with the rest refused. */
export function touch(context: GraphqlContext): void {
  context.touched++
  if (context.touched > context.limits.graphqlNodesInTime) throw new TookTooLong()
  if (context.touched > context.limits.graphqlNodesInResources) {
    throw typedError('RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.')
  }
}

export function typedError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}
