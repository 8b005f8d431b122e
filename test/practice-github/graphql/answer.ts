import type { Json } from '../rest/call.ts'
import type { Exchange, House } from '../house/exchange.ts'
import { TookTooLong } from './context.ts'
import type { GraphqlContext } from './context.ts'
import { NotModelled, prepare, run } from './run.ts'
import type { GraphqlRequest } from './run.ts'
import { growForks } from '../house/grow-forks.ts'

/** What a timeout costs beside the query's own points. */
const TIMEOUT_POINTS = 10

/** `POST /graphql`: limits come as errors in a 200, timeouts as a 502, everything else as GraphQL has it. */
export async function answerGraphql(house: House, exchange: Exchange): Promise<void> {
  const request = readRequest(exchange.request.body)
  if (request === undefined) {
    exchange.send({
      status: 400,
      body: { message: 'A query attribute must be specified and must be a string.' },
    })
    return
  }
  exchange.graphql = { query: request.query, variables: request.variables }
  exchange.bucket = 'graphql'
  const prepared = prepare(request)
  if ('errors' in prepared) {
    exchange.send({ status: 200, body: { errors: prepared.errors } })
    return
  }
  const { price } = prepared
  if (price.problems.length > 0) {
    exchange.send({
      status: 200,
      body: { data: null, errors: price.problems.map((problem) => ({ ...problem })) },
    })
    return
  }
  if (price.nodes > house.limits.graphqlNodes) {
    const message = `This query requests up to ${price.nodes} possible nodes which exceeds the maximum limit of ${house.limits.graphqlNodes}.`
    exchange.send({
      status: 200,
      body: { data: null, errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }] },
    })
    return
  }
  if (!house.enterprise && !house.budgets.take(exchange.user, 'graphql', price.cost, house.now())) {
    exchange.overBudget = true
    const message = `API rate limit already exceeded for user ID ${exchange.viewer!.id}.`
    exchange.send({
      status: 200,
      body: { errors: [{ type: house.limits.graphqlExceeded, code: 'graphql_rate_limit', message }] },
    })
    return
  }
  exchange.cost = price.cost
  exchange.send(await body(house, exchange, prepared))
}

async function body(house: House, exchange: Exchange, prepared: Parameters<typeof run>[0]) {
  const { price } = prepared
  const context: GraphqlContext = {
    world: house.world,
    limits: house.limits,
    addresses: house.addresses,
    viewer: exchange.viewer!,
    cost: price.cost,
    nodeCount: price.nodes,
    budget: () => (house.enterprise ? undefined : house.budgets.state(exchange.user, 'graphql', house.now())),
    touched: 0,
    beforeForks: (repositoryId) => growForks(house, repositoryId),
  }
  try {
    if (price.rootFields > house.limits.graphqlRootFields) throw new TookTooLong()
    return { status: 200, body: await run(prepared, context) }
  } catch (error) {
    if (error instanceof TookTooLong) return timedOut(house, exchange)
    const message = error instanceof Error ? error.message : String(error)
    house.violations.push({ kind: 'graphql', method: 'POST', path: '/graphql', message })
    return {
      status: 500,
      body: { message: error instanceof NotModelled ? message : `The practice GitHub failed: ${message}` },
    }
  }
}

function timedOut(house: House, exchange: Exchange) {
  house.budgets.giveBack(exchange.user, 'graphql', -TIMEOUT_POINTS, house.now())
  exchange.cost += TIMEOUT_POINTS
  const message =
    "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists."
  return { status: 502, body: { data: null, errors: [{ message }] } as Json }
}

function readRequest(body: unknown): GraphqlRequest | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { query, variables, operationName } = body as Record<string, unknown>
  if (typeof query !== 'string') return undefined
  return {
    query,
    variables:
      typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === 'string' ? operationName : undefined,
  }
}
