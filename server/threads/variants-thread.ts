import { originalVariants, strippedVariants } from '../sources/original-variants.ts'
import { WarmCode } from '../sources/variants/warm-code.ts'
import { answerJobs } from './answer-jobs.ts'
import type { VariantsJob, VariantsOfEach } from './make-variants.ts'

const warm = new WarmCode()

answerJobs(async ({ files, forms }: VariantsJob): Promise<VariantsOfEach> => {
  try {
    return await (forms === 'all' ? originalVariants(files, warm) : strippedVariants(files))
  } catch (error) {
    // A tool that ended does not start again in this thread: the thread ends with it, and the next one is new.
    setImmediate(() => {
      throw error
    })
    return await new Promise<never>(() => undefined)
  }
})
