import { createHmac } from 'node:crypto'

export interface WebhookTarget {
  url: string
  /** Null: what is posted is not signed. */
  secret: string | null
}

const TIMEOUT = 10_000

/**
 * Posts one text as JSON, `{"text": …}`, which Slack's incoming webhooks take as it is. With a secret it is signed as
 * `x-clawback-signature: t=SECONDS,v1=HEX`, an HMAC-SHA256 over `SECONDS.BODY`. Redirects are not followed. What is
 * wrong, or null when the receiver took it.
 */
export async function postWebhook(
  { url, secret }: WebhookTarget,
  text: string,
  at: Date,
): Promise<string | null> {
  const body = JSON.stringify({ text })
  const seconds = Math.floor(at.getTime() / 1000)
  const signature =
    secret === null
      ? {}
      : {
          'x-clawback-signature': `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
        }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'clawback', ...signature },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    await response.body?.cancel()
    return response.ok ? null : `the receiver answered ${response.status}`
  } catch (error) {
    // The message of a failed fetch may hold the address, which is a secret with Slack.
    return error instanceof Error && error.name === 'TimeoutError'
      ? 'the receiver did not answer in time'
      : 'the receiver could not be reached'
  }
}
