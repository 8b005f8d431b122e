import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { openThreadPool, ThreadLost, type ThreadPool } from '../../../server/threads/thread-pool.ts'

/** A thread that does as it is told: answers, fails, ends, eats memory, never answers. */
const body = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ say, after, act }) => {
    if (act === 'throw') throw new Error('a defect')
    if (act === 'exit') process.exit(0)
    if (act === 'eat') { const held = []; for (;;) held.push(new Array(1e5).fill('x' + held.length)) }
    if (act === 'loop') for (;;);
    if (act === 'fail') parentPort.postMessage({ error: 'not this one' })
    else setTimeout(() => parentPort.postMessage({ result: say }), after ?? 0)
  })`

interface Job {
  say?: number
  after?: number
  act?: 'throw' | 'exit' | 'eat' | 'loop' | 'fail'
}

let started = 0
let pool: ThreadPool<Job, number>
afterEach(() => pool.close())

const run = (job: Job) => pool.run(() => ({ job, transfer: [] }))

function open(threads: number, limitMs = 20_000): void {
  started = 0
  const start = () => {
    started++
    return new Worker(body, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } })
  }
  pool = openThreadPool<Job, number>({ start, threads, limitMs })
}

describe('a thread pool', () => {
  it('answers each job with its own result, whichever thread was first, with no more threads than asked', async () => {
    open(3)
    const numbers = Array.from({ length: 40 }, (_, i) => i)
    const answers = await Promise.all(numbers.map((say) => run({ say, after: (say * 7) % 13 })))
    expect(answers).toEqual(numbers)
    expect(started).toBe(3)
  })

  it('starts no thread before there is a job, and one for one job after another', async () => {
    open(3)
    expect(started).toBe(0)
    expect(await run({ say: 1 })).toBe(1)
    expect(await run({ say: 2 })).toBe(2)
    expect(started).toBe(1)
  })

  it('packs a job when a thread is free for it, and fails alone when it cannot be packed', async () => {
    open(1)
    const packed: number[] = []
    const pack = (say: number) => () => {
      packed.push(say)
      if (say === 2) throw new RangeError('no memory for it')
      return { job: { say, after: 20 }, transfer: [] }
    }
    const answers = [1, 2, 3].map((say) => pool.run(pack(say)).catch((error: unknown) => error))
    expect(packed).toEqual([1])
    expect(await answers[0]).toBe(1)
    expect(await answers[1]).toBeInstanceOf(RangeError)
    expect(await answers[2]).toBe(3)
    expect(started).toBe(1)
  })

  const ends = [
    ['throw', 'a defect'],
    ['exit', 'its thread ended'],
    ['eat', 'its thread ran out of memory'],
    ['loop', 'it took longer than 2 s'],
  ] as const
  it.each(ends)('loses only the job whose thread ended (%s), and says why', async (act, why) => {
    open(2, 2000)
    const before = run({ say: 1, after: 30 })
    const lost = run({ act })
    const after = Array.from({ length: 6 }, (_, say) => run({ say }))
    await expect(lost).rejects.toThrow(ThreadLost)
    await expect(lost).rejects.toThrow(why)
    expect(await before).toBe(1)
    expect(await Promise.all(after)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('passes on what a job failed with, and keeps its thread', async () => {
    open(1)
    await expect(run({ act: 'fail' })).rejects.toThrow('not this one')
    expect(await run({ say: 5 })).toBe(5)
    expect(started).toBe(1)
  })

  it('ends its threads when closed, and leaves no job without an answer', async () => {
    open(1)
    const jobs = [run({ act: 'loop' }), run({ say: 2 })].map((job) => job.catch((e: unknown) => e))
    await pool.close()
    for (const answer of await Promise.all(jobs)) expect(answer).toBeInstanceOf(ThreadLost)
    await expect(run({ say: 3 })).rejects.toThrow('the work was stopped')
  })
})
