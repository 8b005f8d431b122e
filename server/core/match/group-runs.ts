import type { Run } from './extend-seeds.ts'

/** Runs by variant and channel, in the order they were found. */
export function groupRuns(runs: readonly Run[]): Run[][] {
  const groups = new Map<number, Run[]>()
  for (const run of runs) {
    const key = run.variant * 8 + run.channel
    const group = groups.get(key)
    if (group) group.push(run)
    else groups.set(key, [run])
  }
  return [...groups.values()]
}
