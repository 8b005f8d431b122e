/** A count or a time with its name and definition; `href` leads to what was counted. */
export interface Figure {
  name: string
  /** Null: not known yet. */
  value: string | null
  definition: string
  href: string | null
}
