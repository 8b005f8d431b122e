// A worker as a process of its own, at a time that the test says: DATA_FOLDER API_URL ISO_TIME
import { createInterface } from 'node:readline'
import { composeFrom } from '../../server/compose.ts'
import { openWorker } from '../../server/worker.ts'

const [dataFolder = '', apiUrl = '', startsAt = ''] = process.argv.slice(2)
const ahead = Date.parse(startsAt) - Date.now()
const app = await composeFrom(
  {
    dataFolder,
    databaseUrl: null,
    notices: { templates: null, signatoryMustDiffer: false },
    mail: { smtpUrl: null, from: null },
    imapUrl: null,
    authServer: null,
    alerts: { webhookUrl: null, webhookSecret: null, to: null, quietHours: null },
    host: '127.0.0.1',
    port: 0,
    github: { apiUrl, tokens: ['practice'], app: null, proxy: null },
  },
  {},
  () => new Date(Date.now() + ahead),
)
const worker = await openWorker(app, {
  tellDone: (done) => process.stdout.write(`done ${JSON.stringify(done)}\n`),
  tellFailure: ({ kind, code }) => process.stdout.write(`failed ${kind} ${code}\n`),
})
process.stdout.write('ready\n')
// All processes of a test wait for each other here, so that a kill hits the work and not the start.
for await (const line of createInterface(process.stdin)) if (line === 'go') break
await worker.runDue(new AbortController().signal)
await worker.close()
await app.close()
process.stdout.write('ended\n')
process.exit(0)
