import { GrowingInts } from './growing.ts'

/** The keys of the originals, sorted by hash: by what another language would call the same work. */
export interface PortTable {
  high: Int32Array
  low: Int32Array
  original: Int32Array
  /** The dictionary's id of the name or text. */
  id: Int32Array
  /** The how-manieth key of its original it is. */
  place: Int32Array
}

/** A name in more originals than this is the work's subject, not one file's. */
const COMMON = 6

export class PortTableBuilder {
  private readonly rows = new GrowingInts()

  add(key: { high: number; low: number }, original: number, id: number, place: number): void {
    for (const value of [key.high, key.low, original, id, place]) this.rows.push(value)
  }

  finish(): PortTable {
    const rows = this.rows.finish()
    const order = Array.from({ length: rows.length / COLUMNS }, (_, row) => row * COLUMNS).sort(
      (a, b) => rows[a]! - rows[b]! || rows[a + 1]! - rows[b + 1]! || rows[a + 2]! - rows[b + 2]!,
    )
    const kept: number[] = []
    for (let first = 0; first < order.length;) {
      let last = first
      while (last < order.length && isSameKey(rows, order[first]!, order[last]!)) last++
      if (last - first <= COMMON) kept.push(...order.slice(first, last))
      first = last
    }
    const column = (offset: number) => Int32Array.from(kept, (row) => rows[row + offset]!)
    return { high: column(0), low: column(1), original: column(2), id: column(3), place: column(4) }
  }
}

const COLUMNS = 5

function isSameKey(rows: Int32Array, a: number, b: number): boolean {
  return rows[a] === rows[b] && rows[a + 1] === rows[b + 1]
}

/** The first row with this key, or with the one that would follow it. */
export function firstRow({ high, low }: PortTable, key: { high: number; low: number }): number {
  let from = 0
  let to = high.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const isBefore = high[middle]! < key.high || (high[middle] === key.high && low[middle]! < key.low)
    if (isBefore) from = middle + 1
    else to = middle
  }
  return from
}
