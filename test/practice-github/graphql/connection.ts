import { typedError } from './context.ts'

export interface PageArguments {
  first?: number | null
  last?: number | null
  after?: string | null
  before?: string | null
}

/** How items are ordered: cursors hold the key, so a page goes on rightly when items came or went meanwhile. */
export type Key = [number | string, number | string]

/**
 * A connection over `items`, which are already in the order of `keyOf` (`descending`: the other way round).
 * Pages are cut by cursor, never by position, as GitHub does.
 */
export function connection<T>(
  items: readonly T[],
  { first, last, after, before }: PageArguments,
  keyOf: (item: T) => Key,
  render: (item: T) => unknown,
  descending = false,
) {
  const order = descending ? -1 : 1
  let from = 0
  let to = items.length
  if (typeof after === 'string') {
    const key = readCursor(after)
    from = lowerBound(items, (item) => order * compareKeys(keyOf(item), key) > 0)
  }
  if (typeof before === 'string') {
    const key = readCursor(before)
    to = lowerBound(items, (item) => order * compareKeys(keyOf(item), key) >= 0)
  }
  const start = typeof last === 'number' ? Math.max(from, to - last) : from
  const end = typeof first === 'number' ? Math.min(to, from + first) : to
  const slice = items.slice(start, end)
  const cursor = (item: T | undefined) => (item === undefined ? null : writeCursor(keyOf(item)))
  return {
    totalCount: items.length,
    nodes: () => slice.map(render),
    edges: () => slice.map((item) => ({ cursor: cursor(item), node: () => render(item) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: cursor(slice[0]),
      endCursor: cursor(slice.at(-1)),
    },
  }
}

function lowerBound<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isPast(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

export function compareKeys(a: Key, b: Key): number {
  return compare(a[0], b[0]) || compare(a[1], b[1])
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function writeCursor(key: Key): string {
  return Buffer.from(`cursor:v2:${JSON.stringify(key)}`).toString('base64')
}

function readCursor(cursor: string): Key {
  const text = Buffer.from(cursor, 'base64').toString('utf8')
  try {
    const key: unknown = JSON.parse(text.replace(/^cursor:v2:/, ''))
    if (text.startsWith('cursor:v2:') && Array.isArray(key) && key.length === 2) return key as Key
  } catch {
    // said below
  }
  throw typedError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
}
