import { workerData } from 'node:worker_threads'
import { compareFile } from '../core/match/compare-file.ts'
import { loadWorkIndex } from '../core/match/serialize-work-index.ts'
import type { FileMatch } from '../core/match/types.ts'
import { answerJobs } from './answer-jobs.ts'
import type { ComparerJob } from './open-comparers.ts'

const index = loadWorkIndex(workerData as Uint8Array)

answerJobs((files: ComparerJob): FileMatch[] => files.map((file) => compareFile(index, file)))
