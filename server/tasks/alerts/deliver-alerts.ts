import { beginDelivery } from '../../../db/queries/alert-deliveries.ts'
import { ClawbackError } from '../../errors.ts'
import { postWebhook } from '../../notify/post-webhook.ts'
import { mailDigest } from './mail-digest.ts'
import { listOpenAlerts, type DeliverApp } from './open-alerts.ts'

export type { DeliverApp }

/**
 * Tells what was raised and not told yet: each alert by the webhook, and all of them as one mail a day. In quiet hours
 * only overreach is told, and it does not wait for the daily mail. A way that fails does not keep the other one waiting.
 * @throws ClawbackError WEBHOOK_FAILED, DIGEST_NOT_SENT
 */
export async function deliverAlerts(app: DeliverApp): Promise<{ posted: number; mailed: number }> {
  const [posted, mailed] = await Promise.allSettled([postAlerts(app), mailDigest(app)])
  if (posted.status === 'rejected') throw posted.reason
  if (mailed.status === 'rejected') throw mailed.reason
  return { posted: posted.value, mailed: mailed.value }
}

async function postAlerts(app: DeliverApp): Promise<number> {
  const { webhookUrl: url, webhookSecret: secret } = app.config.alerts
  if (url === null) return 0
  const open = await listOpenAlerts(app, 'webhook')
  for (const alert of open) {
    const fault = await postWebhook({ url, secret }, alert.text, app.clock())
    if (fault !== null) {
      throw new ClawbackError(
        'WEBHOOK_FAILED',
        `An alert could not be posted: ${fault}`,
        'Check WEBHOOK_URL; what was not taken is posted again later.',
      )
    }
    const taken = { channel: 'webhook', state: 'taken', at: app.clock() } as const
    await app.db.tx((tx) => beginDelivery(tx, taken, [alert.id]))
  }
  return open.length
}
