export interface Figure {
  key: string
  name: string
  /** In words; null: not known yet. */
  value: string | null
  /** What the words say, for programs; null: not known yet. Times are hours. */
  numbers: Record<string, number> | null
  definition: string
}

export function countFigure(key: string, name: string, count: number, definition: string): Figure {
  return { key, name, value: count.toLocaleString('en-US'), numbers: { count }, definition }
}
