export interface Figure {
  key: string
  name: string
  /** null: not known yet. */
  value: string | null
  definition: string
}

export function countFigure(key: string, name: string, count: number, definition: string): Figure {
  return { key, name, value: count.toLocaleString('en-US'), definition }
}
