import { formatNumber } from '../../render/pages/format.ts'
import type { ScanOptions } from '../../tasks/scan/plan-scan.ts'

/** What a scan was asked to do, by name; scans of an earlier version knew fewer names. */
export function describeOptions(options: Partial<ScanOptions>): { name: string; values: string[] }[] {
  const { probes = 0, repositories = [], networks = [], named, without = [] } = options
  const told: [string, readonly string[]][] = [
    ['Probes', [probes === 0 ? 'none' : formatNumber(probes)]],
    ['Networks', networks],
    ['Repositories', repositories],
    [
      'Named by tips and notices',
      [
        ...(named?.repositories ?? []),
        ...(named?.gists ?? []).map((id) => `gist ${id}`),
        ...(named?.commits ?? []).map((id) => `commit ${id}`),
        ...(named?.owners ?? []).map((owner) => `owner ${owner}`),
      ],
    ],
    ['Left out', without],
  ]
  return told
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ({
      name,
      values:
        values.length > MOST ? [...values.slice(0, MOST), `and ${values.length - MOST} more`] : [...values],
    }))
}

const MOST = 20
