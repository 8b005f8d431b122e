import type { NoticeMoment } from '../../tasks/notice/list-notice-history.ts'
import type { HistoryRow } from '../../render/pages/notice-page.ts'

/** What happened, in words; another kind of event stands under its own name. */
const words: Readonly<Record<string, (data: NoticeMoment['data']) => string>> = {
  'notice.drafted': () => 'Drafted',
  'notice.written': ({ parts }) =>
    Array.isArray(parts) && parts.length > 0
      ? `Written in: ${parts.map((part) => partNames[String(part)] ?? String(part)).join(', ')}`
      : 'Written back to what Clawback proposes',
  'notice.agreed': () => 'Agreed to by a second signatory',
  'notice.signed': ({ signedBy }) => `Signed as ${String(signedBy)}`,
  'notice.exported': ({ format }) => `Exported as ${String(format)}`,
  'notice.sending': ({ to }) => `Handed to the mail server${typeof to === 'string' ? `, for ${to}` : ''}`,
  'notice.sent': ({ channel, ticket }) =>
    `Sent by ${String(channel)}${typeof ticket === 'string' && ticket !== '' ? `, ticket ${ticket}` : ''}`,
  'notice.published': ({ url }) => `Published by GitHub${typeof url === 'string' ? `: ${url}` : ''}`,
  'repository.availability': ({ to }) => `Seen ${String(to)}`,
}

const partNames: Readonly<Record<string, string>> = {
  description: 'the work',
  workUrl: 'its address',
  authority: 'the authority',
  solution: 'the solution',
  technologicalMeasures: 'technological measures',
  openSource: 'the license',
  infringerContact: 'the contact',
  statements: 'the statements',
  reason: 'the reason',
}

const shown = 5

export function historyRows(moments: readonly NoticeMoment[]): HistoryRow[] {
  return moments.map(({ at, kind, actor, data, repositories }) => ({
    at,
    what: words[kind]?.(data) ?? kind,
    actor,
    tone: toneOf(kind, data),
    repositories: repositories.slice(0, shown),
    more: Math.max(0, repositories.length - shown),
  }))
}

function toneOf(kind: string, { to }: NoticeMoment['data']): HistoryRow['tone'] {
  if (kind !== 'repository.availability') return 'plain'
  return to === 'available' ? 'red' : to === 'unknown' || to === 'changed' ? 'amber' : 'green'
}
