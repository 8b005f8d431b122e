import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql'
import type { DocumentNode, GraphQLFieldResolver, OperationDefinitionNode } from 'graphql'
import type { Json, JsonObject } from '../rest/call.ts'
import type { GraphqlContext } from './context.ts'
import { TookTooLong } from './context.ts'
import { priceOf } from './price.ts'
import type { Price } from './price.ts'
import { queryRoot } from './root.ts'
import { githubSchema } from './schema.ts'

export interface GraphqlRequest {
  query: string
  variables: Record<string, unknown>
  operationName: string | undefined
}

export interface PreparedQuery {
  document: DocumentNode
  request: GraphqlRequest
  price: Price
}

/** Reads and prices a query. `errors`: GitHub answers 200 with these and no data. */
export function prepare(request: GraphqlRequest): PreparedQuery | { errors: JsonObject[] } {
  let document: DocumentNode
  try {
    document = parse(request.query)
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [rendered(error)] }
    throw error
  }
  const schema = githubSchema()
  const known = valid.get(request.query)
  const problems = known === true ? [] : validate(schema, document)
  if (problems.length > 0) return { errors: problems.map(rendered) }
  if (valid.size > 500) valid.clear()
  valid.set(request.query, true)
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (request.operationName === undefined || definition.name?.value === request.operationName),
  )
  if (operation?.operation !== OperationTypeNode.QUERY)
    return { errors: [{ message: 'No query operation was found. This GitHub is for reading.' }] }
  return { document, request, price: priceOf(schema, document, operation, request.variables) }
}

/** Texts that GitHub's schema accepted: validating against 1,500 types is the slowest part of a small query. */
const valid = new Map<string, true>()

export class NotModelled extends Error {
  override name = 'NotModelled'
}

/**
 * The answer's body.
 * @throws TookTooLong when the answer is a 502
 * @throws NotModelled for a field that this GitHub does not have
 */
export async function run({ document, request }: PreparedQuery, context: GraphqlContext): Promise<Json> {
  const missing: string[] = []
  const fieldResolver: GraphQLFieldResolver<unknown, GraphqlContext> = (source, args, _context, info) => {
    const value = (source as Record<string, unknown>)[info.fieldName]
    if (value === undefined) {
      missing.push(`${info.parentType.name}.${info.fieldName}`)
      return null
    }
    return typeof value === 'function' ? (value as (given: unknown) => unknown)(args) : value
  }
  const result = await execute({
    schema: githubSchema(),
    document,
    rootValue: queryRoot(context),
    contextValue: context,
    variableValues: request.variables,
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
    fieldResolver,
  })
  if (missing.length > 0)
    throw new NotModelled(`the practice GitHub does not have ${[...new Set(missing)].join(', ')}`)
  for (const error of result.errors ?? []) {
    if (error.originalError instanceof TookTooLong) throw error.originalError
    if (error.originalError !== undefined && !(error.originalError instanceof GraphQLError))
      throw error.originalError
  }
  const errors = (result.errors ?? []).map(rendered)
  return { data: (result.data ?? null) as Json, ...(errors.length === 0 ? {} : { errors }) }
}

function rendered(error: GraphQLError): JsonObject {
  const { type } = error.extensions
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(error.path === undefined ? {} : { path: [...error.path] }),
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    message: error.message,
  }
}
