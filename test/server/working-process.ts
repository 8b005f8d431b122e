// A worker as a process of its own, at a time that the test says: DATA_FOLDER API_URL ISO_TIME
import { createInterface } from 'node:readline'
import { composeFrom } from '../../server/compose.ts'
import { readConfig } from '../../server/config.ts'
import { openWorker } from '../../server/worker.ts'

const [dataFolder = '', apiUrl = '', startsAt = ''] = process.argv.slice(2)
const ahead = Date.parse(startsAt) - Date.now()
const environment = { CLAWBACK_DATA: dataFolder, GITHUB_API_URL: apiUrl, GITHUB_TOKEN: 'practice' }
const app = await composeFrom(
  readConfig(environment, dataFolder),
  environment,
  () => new Date(Date.now() + ahead),
)
const worker = await openWorker(app, {
  tellDone: (done) => process.stdout.write(`done ${JSON.stringify(done)}\n`),
  tellFailure: ({ kind, code }) => process.stdout.write(`failed ${kind} ${code}\n`),
})
process.stdout.write('ready\n')
// So that a kill hits the work and not the start.
for await (const line of createInterface(process.stdin)) if (line === 'go') break
await worker.runDue(new AbortController().signal)
await worker.close()
await app.close()
process.stdout.write('ended\n')
process.exit(0)
