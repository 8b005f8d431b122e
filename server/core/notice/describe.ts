import type { Claimant, NoticedWork } from './types.ts'

/** Name and organization of the complaining party, a line each. */
export function describeClaimant({ name, organization }: Claimant): string {
  return [name, organization].filter((line) => line !== '').join('\n')
}

/** Ownership or authorization; the organization is part of it and is not said twice. */
export function describeAuthority({ authority, organization }: Claimant): string {
  return organization === '' || authority.includes(organization) ? authority : `${authority}\n${organization}`
}

/** What the work is: title and owner, since when it is public, and the claimant's description. */
export function describeWork(work: NoticedWork): string {
  const lines = [`Title: ${work.title}`, `Copyright owner: ${work.owner}`]
  if (work.leakedAt !== null) lines.push(`Public without permission since: ${work.leakedAt.slice(0, 10)}`)
  return [...lines, '', work.description].join('\n').trim()
}

/** E-mail, telephone and postal address: GitHub's guide asks for all, its form for telephone or address. */
export function describeContact(claimant: Claimant): string {
  const lines: [string, string | null][] = [
    ['E-mail', claimant.email],
    ['Telephone', claimant.phone],
    ['Address', claimant.address],
  ]
  return lines
    .flatMap(([label, value]) => (value === null || value === '' ? [] : [`${label}: ${value}`]))
    .join('\n')
}
