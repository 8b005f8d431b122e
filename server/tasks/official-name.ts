import type { Official } from '../../db/queries/officials.ts'
import { ClawbackError } from '../errors.ts'

/**
 * OWNER or OWNER/NAME.
 * @throws ClawbackError OFFICIAL_INVALID
 */
export function readOfficial(text: string): Official {
  const match = /^(?:https:\/\/github\.com\/)?([a-z\d](?:[a-z\d-]{0,38}))(?:\/([\w.-]{1,100}))?\/?$/i.exec(
    text.trim(),
  )
  if (match === null) {
    throw new ClawbackError(
      'OFFICIAL_INVALID',
      `"${text}" is neither OWNER nor OWNER/NAME`,
      'Give it as GitHub spells it, like orbit-inc or orbit-inc/orbit-sdk.',
    )
  }
  return { owner: match[1]!, name: match[2] ?? null }
}

export function formatOfficial({ owner, name }: Official): string {
  return name === null ? owner : `${owner}/${name}`
}
