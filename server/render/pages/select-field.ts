/** A choice in a filter. */
export interface SelectField {
  name: string
  label: string
  options: { value: string; text: string; chosen: boolean }[]
}
