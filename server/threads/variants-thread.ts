import { originalVariants } from '../sources/original-variants.ts'
import { answerJobs } from './answer-jobs.ts'
import type { VariantsJob, VariantsOfEach } from './make-variants.ts'

answerJobs((files: VariantsJob): Promise<VariantsOfEach> => Promise.all(files.map(originalVariants)))
