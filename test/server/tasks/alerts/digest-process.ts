// Tells what is to be told, once, for tests to kill: DATA_FOLDER SMTP_URL ISO_TIME
import { openDatabase } from '../../../../db/open-database.ts'
import { deliverAlerts } from '../../../../server/tasks/alerts/deliver-alerts.ts'

const [folder = '', smtpUrl = '', at = ''] = process.argv.slice(2)
const clock = () => new Date(at)
await deliverAlerts({
  db: await openDatabase({ folder, clock }),
  clock,
  config: {
    mail: { smtpUrl, from: 'clawback@orbit.example' },
    alerts: { webhookUrl: null, webhookSecret: null, to: 'legal@orbit.example', quietHours: null },
  },
})
