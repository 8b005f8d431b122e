import { ClawbackError } from '../errors.ts'

/** The fields of a posted form, each at most once, trimmed, with LF at line ends; what was not filled in is empty. */
export function readFields<Name extends string>(
  body: unknown,
  names: readonly Name[],
): { [name in Name]: string } {
  const form = (body ?? {}) as Record<string, unknown>
  const fields = {} as { [name in Name]: string }
  for (const name of names) {
    const value = form[name] ?? ''
    if (typeof value !== 'string') throw unreadable(name)
    fields[name] = value.replaceAll('\r\n', '\n').trim()
  }
  return fields
}

/** A field that may stand several times: boxes that were ticked. */
export function readChoices(body: unknown, name: string): string[] {
  const value = ((body ?? {}) as Record<string, unknown>)[name] ?? []
  const all: unknown[] = Array.isArray(value) ? value : [value]
  if (!all.every((one) => typeof one === 'string')) throw unreadable(name)
  return all
}

function unreadable(name: string): ClawbackError {
  return new ClawbackError('FORM_INVALID', `"${name}" cannot be read`, 'Send the form from its page.')
}
