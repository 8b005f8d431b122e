import { getNamedType, isInterfaceType, isObjectType, isUnionType, Kind } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql'

export interface Price {
  /** Points of the hourly budget. */
  cost: number
  /** Nodes that the call may return. */
  nodes: number
  /** Fields at the root, aliases counted one by one. */
  rootFields: number
  problems: { type: string; path: string[]; message: string }[]
}

/**
 * What a query costs, as GitHub counts: the requests that all its connections would need if every page were
 * full, divided by 100, at least 1. A connection without `first` or `last`, or with one outside 1 to 100, is
 * refused. Source: "Rate limits and query limits for the GraphQL API".
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Price {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const price: Price = {
    cost: 1,
    nodes: 0,
    rootFields: operation.selectionSet.selections.length,
    problems: [],
  }
  let requests = 0

  function walk(set: SelectionSetNode, type: GraphQLNamedType, times: number, path: string[]): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) walkField(selection, type, times, path)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner =
          selection.typeCondition === undefined ? type : schema.getType(selection.typeCondition.name.value)
        if (inner !== undefined) walk(selection.selectionSet, inner, times, path)
      } else {
        const fragment = fragments.get(selection.name.value)
        const inner = fragment === undefined ? undefined : schema.getType(fragment.typeCondition.name.value)
        if (fragment !== undefined && inner !== undefined) walk(fragment.selectionSet, inner, times, path)
      }
    }
  }

  function walkField(field: FieldNode, parent: GraphQLNamedType, times: number, path: string[]): void {
    if (isUnionType(parent) || !(isObjectType(parent) || isInterfaceType(parent))) return
    const definition = parent.getFields()[field.name.value]
    if (definition === undefined) return
    const type = getNamedType(definition.type)
    const here = [...path, field.alias?.value ?? field.name.value]
    let inside = times
    if (type.name.endsWith('Connection') && definition.args.some(({ name }) => name === 'first')) {
      const size = pageSize(field, variables, here, price)
      requests += times
      inside = times * size
      price.nodes += inside
    }
    if (field.selectionSet !== undefined) walk(field.selectionSet, type, inside, here)
  }

  const root = schema.getQueryType()
  if (root) walk(operation.selectionSet, root, 1, [])
  price.cost = Math.max(1, Math.round(requests / 100))
  return price
}

function pageSize(
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  path: string[],
  { problems }: Price,
): number {
  const name = field.name.value
  for (const bound of ['first', 'last']) {
    const argument = field.arguments?.find((candidate) => candidate.name.value === bound)
    if (argument === undefined) continue
    const { value } = argument
    const size =
      value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.VARIABLE
          ? variables[value.name.value]
          : undefined
    if (typeof size !== 'number') continue
    if (size > 100) {
      const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of 100 records.`
      problems.push({ type: 'EXCESSIVE_PAGINATION', path, message })
    } else if (size < 1) {
      const message = `\`${bound}\` on the \`${name}\` connection cannot be less than one.`
      problems.push({ type: 'ARGUMENT_LIMIT', path, message })
    }
    return Math.max(0, Math.min(size, 100))
  }
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
  problems.push({ type: 'MISSING_PAGINATION_BOUNDARIES', path, message })
  return 0
}
