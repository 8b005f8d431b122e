import type { FormField } from './answer-form.ts'
import type { Claimant } from './types.ts'

/** A run of a published text: as it was written, or struck out by GitHub. */
export interface PublishedRun {
  text: string
  struck: boolean
}

/** The questions whose answers GitHub withholds whole: signature and contact (github/dmca, every notice of the form). */
const withheld: ReadonlySet<FormField['id']> = new Set(['contact', 'signature'])

/** Whether GitHub publishes an answer at all. */
export function isWithheld(id: FormField['id']): boolean {
  return withheld.has(id)
}

/** Not inside of a URL: a path that holds an @ is part of what is claimed. */
const address = /(?<![^\s<>()[\]"',;:])[^\s@<>()[\]"',;:/]{1,64}@[^\s@<>()[\]"']{1,190}\.[a-z]{2,24}/giu
const telephone = /(?<![\p{L}\p{N}])\+\d[\d ()-]{7,30}(?!\p{N})/gu

/**
 * What GitHub most likely strikes out of a text before it publishes it: e-mail addresses, telephone numbers, and the
 * name and the contact of whoever complains. People there read each notice, so more may go; nothing else is promised.
 */
export function redactPublished(text: string, claimant: Claimant): PublishedRun[] {
  const own = [claimant.name, claimant.phone ?? '', claimant.email, ...(claimant.address ?? '').split('\n')]
    .map((one) => one.trim())
    .filter((one) => one.length > 3)
  const spans = [
    ...own.flatMap((one) => placesOf(text, one)),
    ...[address, telephone].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (found): [number, number] => [
        found.index,
        found.index + found[0].trimEnd().length,
      ]),
    ),
  ].sort(([a], [b]) => a - b)
  const runs: PublishedRun[] = []
  let end = 0
  for (const [from, to] of spans) {
    if (to <= end) continue
    if (from > end) runs.push({ text: text.slice(end, from), struck: false })
    if (from >= end || runs.at(-1)?.struck !== true) runs.push({ text: '[private]', struck: true })
    end = to
  }
  if (end < text.length) runs.push({ text: text.slice(end), struck: false })
  return runs
}

/** Where a name stands in a text, whatever its case, and not inside of a longer word. */
function placesOf(text: string, sought: string): [number, number][] {
  const pattern = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return Array.from(
    text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')),
    (found) => [found.index, found.index + found[0].length],
  )
}
