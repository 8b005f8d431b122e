/** Nothing that a reader would see. */
export function isBlank(value: string | null): boolean {
  return value === null || value.trim() === ''
}
