import type { askForScan } from '../../tasks/scan/ask-for-scan.ts'
import { ClawbackError } from '../../errors.ts'
import { readChoices, readFields } from '../read-fields.ts'

type Asked = Parameters<typeof askForScan>[2]

/** GitHub shows 1,000 results of a search; more probes than originals would be asked for nothing. */
const mostProbes = 1_000

/** What a form asks a scan to do. @throws ClawbackError FORM_INVALID, PROBES_INVALID */
export function readScanFields(body: unknown): Asked {
  const { probes, networks, repositories, tips } = readFields(body, [
    'probes',
    'networks',
    'repositories',
    'tips',
  ])
  return {
    probes: readProbes(probes),
    networks: readNames(networks),
    repositories: readNames(repositories),
    tips,
    without: readChoices(body, 'without'),
  }
}

/** A number of probes; null: nothing was said. @throws ClawbackError PROBES_INVALID */
export function readProbes(text: string): number | null {
  if (text === '') return null
  const probes = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  if (probes >= 0 && probes <= mostProbes) return probes
  throw new ClawbackError(
    'PROBES_INVALID',
    `"${text.slice(0, 40)}" is no number of probes`,
    `Give a whole number up to ${mostProbes}; 0 searches nothing.`,
  )
}

/** Names one a line, or with blanks or commas between them. */
export function readNames(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '')
}
