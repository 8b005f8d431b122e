import { z } from 'zod'
import { limitReason } from './ask.ts'
import type { AskOptions } from './ask.ts'
import { backoff, MOST_FAULTS } from './backoff.ts'
import type { WireReply } from './client.ts'
import { isSecondaryMessage, judgeReply, readJson, readRetryAfter } from './judge-reply.ts'
import type { Judgement } from './judge-reply.ts'
import { send } from './send.ts'
import type { Weighed } from './send.ts'

export interface GraphqlQuestion {
  purpose: string
  /** Asks for `rateLimit { cost }`, so that the ledger knows what it took. */
  query: string
  variables: Record<string, unknown>
}

export interface GraphqlError {
  type: string
  path: (string | number)[]
  message: string
}

export type GraphqlAsked =
  /** `errors` say which places of `data` are null for want of an answer. `cutShort`: a resource limit ended the query early. */
  | { kind: 'answer'; data: Record<string, unknown>; errors: GraphqlError[]; cutShort: boolean }
  /** It took GitHub too long. The same question will again; ask for less. */
  | { kind: 'too-much'; reason: string }
  | { kind: 'could-not-tell'; reason: string; retryAt: Date | null }

/** What is null is as good as absent, and a server that is not github.com may put the type below `extensions`. */
const errorSchema = z
  .object({
    type: z.string().nullish(),
    code: z.string().nullish(),
    extensions: z.object({ type: z.string().nullish(), code: z.string().nullish() }).nullish().catch(null),
    path: z.array(z.union([z.string(), z.number()])).nullish(),
    message: z.string().nullish(),
  })
  .transform(({ type, code, extensions, path, message }): GraphqlError => ({
    type: type ?? code ?? extensions?.type ?? extensions?.code ?? '',
    path: path ?? [],
    message: message ?? '',
  }))

const bodySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(errorSchema)
    .nullish()
    .transform((errors) => errors ?? []),
})

const TIMEOUT = 60_000

/**
 * Asks the GraphQL API. A timeout is not repeated (each takes extra points from the next hour): the caller halves.
 * Source of the errors: "Rate limits and query limits for the GraphQL API".
 * @throws ClawbackError GITHUB_CREDENTIALS_REFUSED
 */
export async function askGraphql(
  options: AskOptions,
  { purpose, query, variables }: GraphqlQuestion,
): Promise<GraphqlAsked> {
  const { schedule, clock, random } = options
  const wait = options.wait()
  for (let faults = 0; ;) {
    const started = await schedule.start('graphql', wait)
    if ('retryAt' in started)
      return { kind: 'could-not-tell', reason: limitReason('graphql'), retryAt: started.retryAt }
    const sent = await send(options, started.lane, {
      purpose,
      bucket: 'graphql',
      path: '/graphql',
      request: {
        method: 'POST',
        url: graphqlUrl(options.apiUrl),
        headers: {},
        body: { query, variables },
        timeout: TIMEOUT,
      },
      weigh,
    })
    let fault: string
    if (sent.kind === 'no-reply') fault = sent.reason
    else {
      const { reply, judgement } = sent
      if (judgement.kind === 'fault') {
        if (isTimeout(reply)) return { kind: 'too-much', reason: judgement.reason }
        fault = judgement.reason
      } else if (judgement.kind === 'answer') return readAnswer(reply)
      else if (judgement.kind === 'redirect') return refused('GitHub redirected the GraphQL API')
      else continue
    }
    const pause = backoff(++faults, random)
    const retryAt = new Date(clock().getTime() + pause)
    if (faults >= MOST_FAULTS || !(await wait.for(pause)))
      return { kind: 'could-not-tell', reason: fault, retryAt }
  }
}

/** `…/api/v3` of an Enterprise Server has its GraphQL beside it, not below. */
function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`
}

function weigh(reply: WireReply): Weighed {
  const judgement = judgeReply(reply)
  if (judgement.kind !== 'answer' || reply.status !== 200) return { judgement, cost: 1 }
  const body = bodySchema.safeParse(readJson(reply.body))
  if (!body.success) return { judgement: { kind: 'fault', reason: "GitHub's answer was cut off" }, cost: 1 }
  const cost = costSchema.safeParse(body.data.data)
  return {
    judgement: judgeErrors(reply, body.data.errors),
    cost: cost.success ? cost.data.rateLimit.cost : 1,
  }
}

/** The primary limit comes as an error in a 200; so may a secondary one. */
function judgeErrors(reply: WireReply, errors: readonly GraphqlError[]): Judgement {
  if (errors.some(({ message }) => isSecondaryMessage(message))) {
    return { kind: 'slow-down', seconds: readRetryAfter(reply.headers) }
  }
  if (!errors.some(isRateLimited)) return { kind: 'answer' }
  const isSpent = reply.headers['x-ratelimit-remaining'] === '0'
  return isSpent ? { kind: 'budget-spent' } : { kind: 'slow-down', seconds: readRetryAfter(reply.headers) }
}

/** `RATE_LIMITED`, and of late `RATE_LIMIT` with the code `graphql_rate_limit`. */
function isRateLimited({ type, message }: GraphqlError): boolean {
  return (
    /^(?:graphql_)?rate_limit(?:ed)?$/i.test(type) || /^API rate limit (?:already )?exceeded/i.test(message)
  )
}

function isTimeout({ status }: WireReply): boolean {
  return status === 502 || status === 504
}

function readAnswer(reply: WireReply): GraphqlAsked {
  const body = bodySchema.safeParse(readJson(reply.body))
  if (reply.status !== 200 || !body.success)
    return refused(`GitHub answered ${reply.status} to a GraphQL query`)
  const { data, errors } = body.data
  if (data !== undefined && data !== null) {
    return {
      kind: 'answer',
      data,
      errors,
      cutShort: errors.some(({ type }) => type === 'RESOURCE_LIMITS_EXCEEDED'),
    }
  }
  const [first] = errors
  const reason =
    first === undefined
      ? 'GitHub answered a GraphQL query with nothing'
      : `GitHub: ${first.message.slice(0, 300)}`
  const isTooMuch = errors.some(
    ({ type, message }) =>
      /^(?:RESOURCE_LIMITS_EXCEEDED|MAX_NODE_LIMIT_EXCEEDED)$/.test(type) || timeoutMessage.test(message),
  )
  return isTooMuch ? { kind: 'too-much', reason } : refused(reason)
}

const timeoutMessage =
  /something went wrong while executing your query|couldn't respond to your request in time|timeout/i

function refused(reason: string): GraphqlAsked {
  return { kind: 'could-not-tell', reason, retryAt: null }
}

const costSchema = z.object({ rateLimit: z.object({ cost: z.number() }) })
