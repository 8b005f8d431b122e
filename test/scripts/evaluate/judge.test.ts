import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { EvaluationSet } from '../../../scripts/evaluate/evaluation-set.ts'
import { judgeInThreads } from '../../../scripts/evaluate/judge/judge-in-threads.ts'
import { describeTask, tasksOf } from '../../../scripts/evaluate/judge/task.ts'
import { MadeOnce } from '../../../scripts/evaluate/made-once.ts'

const folder = mkdtempSync(join(tmpdir(), 'clawback-evaluate-'))
afterAll(() => rm(folder, { recursive: true }))

const set: EvaluationSet = {
  name: 'written',
  language: 'ecmascript',
  isBlind: false,
  works: [{ spec: 'w@1.0.0', sources: /^src/, owners: ['W'], license: 'MIT' }],
  versions: [{ spec: 'w@0.9.0', of: 'w@1.0.0' }],
  builds: [{ spec: 'w@1.0.0', of: 'w@1.0.0', files: /^dist\/(.*)\.js$/, from: 'src/$1' }],
  baseline: [],
  unrelated: [{ spec: 's@1.0.0' }],
  shared: [],
  hosts: [],
}

describe('an evaluation whose time is over', () => {
  it('names every task that it left out', async () => {
    const data = { stored: new Uint8Array(), set: set.name, cache: { folder, environment: {} } }
    const limits = { threads: 1, until: -1 }
    const { findings, leftOut } = await judgeInThreads(set, data, limits, () => undefined)
    expect(findings.classes.size).toBe(0)
    expect(leftOut).toEqual(tasksOf(set))
    expect(leftOut.map(describeTask).sort()).toEqual([
      'copies of w@1.0.0, part 1 of 4',
      'copies of w@1.0.0, part 2 of 4',
      'copies of w@1.0.0, part 3 of 4',
      'copies of w@1.0.0, part 4 of 4',
      'passages and bundles of w@1.0.0',
      's@1.0.0, somebody else’s',
      'w@0.9.0 as another version of w@1.0.0',
      'w@1.0.0 as built from w@1.0.0',
    ])
  })
})

describe('what takes long to make', () => {
  it('is made once for what it is made of, in whatever process', async () => {
    let times = 0
    async function* make(): AsyncGenerator<number> {
      yield await Promise.resolve(++times)
    }
    const of = (pattern: RegExp) => ['work', { sources: pattern }]
    expect(await (await MadeOnce.in(folder)).all(of(/a/), make)).toEqual([1])
    expect(await (await MadeOnce.in(folder)).all(of(/a/), make)).toEqual([1])
    expect(await (await MadeOnce.in(folder)).all(of(/b/), make)).toEqual([2])
  })
})
