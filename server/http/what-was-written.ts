/** Fields that hold sentences and must not be shown again. */
const secret = new Set(['password', 'old'])

/**
 * What somebody wrote into a form that was refused, so that it can be copied from the answer: sentences only, not
 * the choices and marks that the form's page makes again. A page that is never stored gives nothing back by Back.
 */
export function whatWasWritten(body: unknown): string[] {
  return Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([name]) => !secret.has(name))
    .flatMap(([, value]) =>
      typeof value === 'string' && /\S\s+\S/.test(value) ? [value.replaceAll('\r\n', '\n').trim()] : [],
    )
}
