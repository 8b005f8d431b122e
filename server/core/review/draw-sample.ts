import { createHash } from 'node:crypto'

/**
 * A random sample that anyone can draw again: ids in the order of SHA-256 over `seed`, a zero byte and the id, the
 * first `size` of them. Who knows the seed can check the draw with `sha256sum`; who does not cannot steer it.
 */
export function drawSample(ids: readonly number[], size: number, seed: string): number[] {
  return [...new Set(ids)]
    .map((id) => ({ id, lot: createHash('sha256').update(`${seed}\0${id}`).digest('hex') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id - b.id))
    .slice(0, size)
    .map(({ id }) => id)
}
