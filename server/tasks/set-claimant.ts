import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { replaceClaimant } from '../../db/queries/claimants.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'

export interface ClaimantInput {
  name: string
  role: string
  organization: string
  authority: string
  email: string
  phone?: string
  address?: string
}

export interface ClaimantSet {
  work: string
  name: string
  role: 'owner' | 'agent'
  organization: string
}

/**
 * Keeps who complains for a work. Contact details stay in the database and go into notices; the log and this
 * answer hold none.
 * @throws ClawbackError CLAIMANT_INVALID
 */
export async function setClaimant(
  app: { db: Database; actor: string },
  slug: string,
  input: ClaimantInput,
): Promise<ClaimantSet> {
  const work = await requireWork(app.db, slug)
  const role = input.role
  if (role !== 'owner' && role !== 'agent')
    throw invalid(
      '--role is neither owner nor agent',
      'Say "owner" for the copyright holder, "agent" for someone who acts for them.',
    )
  for (const field of ['name', 'organization', 'authority'] as const) {
    if (input[field].trim() === '') throw invalid(`--${field} is empty`, 'GitHub asks for it.')
  }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email))
    throw invalid('--email is not an e-mail address', "Use an address on the company's domain.")
  const phone = input.phone?.trim() ?? ''
  const address = input.address?.trim() ?? ''
  if (phone === '' && address === '')
    throw invalid(
      'neither a phone number nor an address is given',
      'GitHub asks for one of them: give --phone or --address.',
    )
  await app.db.tx(async (tx) => {
    await replaceClaimant(tx, {
      workId: work.id,
      name: input.name.trim(),
      role,
      organization: input.organization.trim(),
      authority: input.authority.trim(),
      email: input.email.trim(),
      phone: phone === '' ? null : phone,
      address: address === '' ? null : address,
    })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'claimant.set',
      subject: `work:${work.slug}`,
      data: { role, organization: input.organization.trim() },
    })
  })
  return { work: work.slug, name: input.name.trim(), role, organization: input.organization.trim() }
}

function invalid(message: string, fix: string): ClawbackError {
  return new ClawbackError('CLAIMANT_INVALID', `The claimant is incomplete: ${message}`, fix)
}
