import type { Bucket } from './budget.ts'
import { ConnectionFailed } from './client.ts'
import type { WireReply, WireRequest } from './client.ts'
import { judgeReply } from './judge-reply.ts'
import type { Judgement } from './judge-reply.ts'
import type { Lane } from './lane.ts'
import type { Ledger } from './ledger.ts'
import type { Schedule } from './schedule.ts'

export interface Sending {
  purpose: string
  bucket: Bucket
  /** As the ledger shows it. */
  path: string
  request: WireRequest
  /** What the answer means and what it took from its bucket; GraphQL says both in the body. */
  weigh?: (reply: WireReply) => Weighed
}

export interface Weighed {
  judgement: Judgement
  cost: number
}

export type Sent =
  { kind: 'reply'; reply: WireReply; judgement: Judgement } | { kind: 'no-reply'; reason: string }

/** Sends one request on a lane that was started for it, writes it into the ledger and lets the lane learn from it. */
export async function send(
  { schedule, ledger, clock }: { schedule: Schedule; ledger: Ledger; clock: () => Date },
  lane: Lane,
  { purpose, bucket, path, request, weigh = weighRest }: Sending,
): Promise<Sent> {
  const at = clock()
  const note = (reply: WireReply | undefined, cost: number) =>
    ledger({
      purpose,
      bucket,
      method: request.method,
      path,
      status: reply?.status ?? null,
      notModified: reply?.status === 304,
      cost,
      at,
    })
  let reply: WireReply
  try {
    reply = await lane.client(request)
  } catch (error) {
    lane.end(bucket, undefined, clock().getTime())
    schedule.release()
    note(undefined, 1)
    if (error instanceof ConnectionFailed)
      return { kind: 'no-reply', reason: `GitHub could not be reached: ${error.message}` }
    throw error
  }
  const { judgement, cost } = weigh(reply)
  const now = clock().getTime()
  // A gateway in trouble knows nothing of budgets, and its silence about them means nothing.
  const headers = judgement.kind === 'fault' ? undefined : reply.headers
  lane.end(bucket, headers, now, judgement.kind === 'budget-spent')
  if (judgement.kind === 'credentials-refused') lane.refused = true
  else if (judgement.kind === 'slow-down') lane.slowDown(judgement.seconds, now)
  else if (judgement.kind === 'answer' || judgement.kind === 'redirect') lane.wentWell()
  schedule.release()
  note(reply, cost)
  return { kind: 'reply', reply, judgement }
}

/** A 304 is free of charge. */
function weighRest(reply: WireReply): Weighed {
  return { judgement: judgeReply(reply), cost: reply.status === 304 ? 0 : 1 }
}
