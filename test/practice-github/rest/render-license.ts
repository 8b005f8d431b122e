import { licenseNodeId } from '../world/node-id.ts'
import type { Addresses, JsonObject } from './call.ts'

export const LICENSE_NAMES: Record<string, string> = {
  'Apache-2.0': 'Apache License 2.0',
  'BSD-3-Clause': 'BSD 3-Clause "New" or "Revised" License',
  'GPL-3.0': 'GNU General Public License v3.0',
  ISC: 'ISC License',
  MIT: 'MIT License',
  'MPL-2.0': 'Mozilla Public License 2.0',
  Unlicense: 'The Unlicense',
}

/** A licence that GitHub saw but does not know is `other`, with no SPDX id of its own. */
export function renderLicense({ api }: Addresses, spdx: string | null): JsonObject | null {
  if (spdx === null) return null
  const name = LICENSE_NAMES[spdx]
  const key = name === undefined ? 'other' : spdx.toLowerCase()
  return {
    key,
    name: name ?? 'Other',
    spdx_id: name === undefined ? 'NOASSERTION' : spdx,
    url: name === undefined ? null : `${api}/licenses/${key}`,
    node_id: licenseNodeId(key),
  }
}
