/** One value of an event, under the way to it: `about.id`. */
export interface EventValue {
  name: string
  value: string
}

/** The values of an event that are there, flattened to lines that a person reads; `most`: characters of each. */
export function describeData(data: unknown, most: number): EventValue[] {
  if (data === null || typeof data !== 'object')
    return [{ name: 'data', value: shorten(word(data, most), most) }]
  return flatten('', data as Record<string, unknown>, 0)
    .filter(({ value }) => value !== null && value !== '')
    .map(({ name, value }) => ({ name: inWords(name), value: shorten(word(value, most), most) }))
}

/** `fairUse` as it is said: fair use. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** Deeper than this an event is shown as its JSON. */
const deepest = 2

function flatten(
  path: string,
  values: Record<string, unknown>,
  depth: number,
): { name: string; value: unknown }[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    const isNested = value !== null && typeof value === 'object' && !Array.isArray(value)
    return isNested && depth < deepest
      ? flatten(name, value as Record<string, unknown>, depth + 1)
      : [{ name, value }]
  })
}

function word(value: unknown, most: number): string {
  if (typeof value === 'string')
    return most < 1000 && /^[0-9a-f]{40,}$/.test(value) ? `${value.slice(0, 12)}…` : value
  if (Array.isArray(value) && value.every(isPlain)) return value.map((one) => word(one, most)).join(', ')
  if (Array.isArray(value) && most < 1000) return `${value.length} entries`
  return JSON.stringify(value)
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
