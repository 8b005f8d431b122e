import { answerJobs } from '../../threads/answer-jobs.ts'
import { parseMail } from './parse-mail.ts'

answerJobs(async (bytes: Uint8Array) => await parseMail(bytes))
