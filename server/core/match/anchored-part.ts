import { channels } from '../fingerprint/channel.ts'
import type { Run } from './extend-seeds.ts'

/** From the first to the last run that is long enough for a fingerprint, in the candidate's symbols. */
export function anchoredPart(group: readonly Run[]): { from: number; to: number } {
  const part = { from: Infinity, to: 0 }
  for (const { channel, candidate, length } of group) {
    if (length < channels[channel]!.k) continue
    part.from = Math.min(part.from, candidate)
    part.to = Math.max(part.to, candidate + length)
  }
  return part
}

export function overlaps(run: Run, part: { from: number; to: number }): boolean {
  return run.candidate < part.to && run.candidate + run.length > part.from
}
