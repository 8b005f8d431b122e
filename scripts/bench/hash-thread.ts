import { createHash } from 'node:crypto'
import { answerJobs } from '../../server/threads/answer-jobs.ts'
import type { NamedBytes } from '../../server/threads/batches.ts'
import type { HashJob } from './hash-in-threads.ts'

answerJobs(({ files, times }: HashJob): string[] => files.map((file) => digestOf(file, times)))

function digestOf({ bytes }: NamedBytes, times: number): string {
  let digest = ''
  for (let i = 0; i < times; i++) digest = createHash('sha1').update(bytes).digest('hex')
  return digest
}
