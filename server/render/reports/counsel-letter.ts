import { dateIn } from '../../core/deadline/calendar-date.ts'
import { gitHubZone } from '../../core/deadline/deadlines.ts'
import type { CounselFacts, DisputedRepository } from '../../core/notice/counsel-facts.ts'
import { counterElements, type CounterElement } from '../../core/notice/find-counter-elements.ts'
import { deadlineTitles } from '../deadlines-calendar.ts'
import type { PrintedBlock, PrintedCell, PrintedDocument } from '../documents/printed-document.ts'

/** A letter to counsel: what came, what there is to choose, by when and by which rule, and what stands behind it. */
export function printCounselLetter(facts: CounselFacts): PrintedDocument {
  const { notice, work, at } = facts
  return {
    title: `Counter notice to ${notice.id}: a choice to be made`,
    mark: `Confidential: for counsel of ${work.owner}. It holds no text of the work and no contact details.`,
    footer: `${notice.id} · counter notice ${facts.counterNotice.sha256.slice(0, 12)} · as of ${day(at)}`,
    at: new Date(at),
    across: false,
    blocks: [
      ...received(facts),
      ...choice(facts),
      ...dates(facts),
      { kind: 'heading', text: 'What is disputed' },
      ...facts.disputed.flatMap(disputed),
    ],
  }
}

function received({ notice, work, counterNotice, others }: CounselFacts): PrintedBlock[] {
  const { receivedAt, repositories, sha256, elements } = counterNotice
  const about = aboutOf(repositories)
  const unseen = (Object.keys(elements) as CounterElement[]).filter((element) => !elements[element])
  return [
    heading('What was received'),
    paragraph(
      `A counter notice under 17 U.S.C. 512(g)(3) to ${notice.id}, our notice about ${work.title} (${work.owner}), was received on ${day(receivedAt)}. It disputes ${about}. Days are those of San Francisco, where GitHub counts.`,
    ),
    ...others.map((other) =>
      paragraph(
        `Another counter notice to it was received on ${day(other.receivedAt)}, about ${aboutOf(other.repositories)}. Its days run by themselves: see "clawback deadlines".`,
      ),
    ),
    paragraph(
      `The notice was signed by ${notice.signedBy ?? 'nobody'} and sent on ${day(notice.sentAt)}${notice.ticket === null ? '' : `, ticket ${notice.ticket}`}${notice.publishedUrl === null ? '' : `; published at ${notice.publishedUrl}`}. SHA-256 of what was signed: ${notice.frozenHash ?? 'none'}.`,
    ),
    paragraph(
      `The text of the counter notice is kept as it came (SHA-256 ${sha256}), with the address for service: it is not repeated here.`,
    ),
    paragraph(
      unseen.length === 0
        ? 'Each element of 512(g)(3) is seen in its text.'
        : `Not seen in its text by a first, mechanical reading, which is no finding that it is missing: ${unseen.map((element) => counterElements[element]).join('; ')}.`,
    ),
  ]
}

function aboutOf(repositories: readonly string[]): string {
  return repositories.length === 0 ? 'the whole notice' : repositories.join(', ')
}

function choice({ work, notice, counterNotice, deadlines }: CounselFacts): PrintedBlock[] {
  const only = counterNotice.repositories.map((name) => ` --only ${name}`).join('')
  const dueOf = (kind: string) => deadlines.find((one) => one.kind === kind)?.due
  const by = dueOf('court-action')
  return [
    heading('The choice'),
    ...(by === undefined
      ? [paragraph('No clock runs any more: what is disputed was given back, or the notice was taken back.')]
      : []),
    paragraph(
      `1. File an action. To keep the material down, an action seeking a court order to restrain the subscriber from infringing must be filed, and GitHub's designated agent told of it, before GitHub reinstates, 17 U.S.C. 512(g)(2)(C).${by === undefined ? '' : ` Plan on ${by}.`}`,
    ),
    paragraph(
      `2. Take the claim back, in whole or for some repositories, where it was a mistake. Whoever keeps up a claim that they know to be wrong misrepresents knowingly, 512(f). Draft it with: clawback notice draft ${work.slug} --kind retraction --about ${notice.id}${only}`,
    ),
    paragraph(
      `3. Let it stand. Without either, GitHub makes the material available again${by === undefined ? '' : `, between ${dueOf('reinstatement-earliest') ?? '–'} and ${dueOf('reinstatement-latest') ?? '–'}`}. Nothing has to be sent; what comes back is noticed and told.`,
    ),
    paragraph('Nothing is sent or decided by this letter, nor by the passing of a date.'),
  ]
}

function dates({ deadlines }: CounselFacts): PrintedBlock[] {
  if (deadlines.length === 0) return []
  const cell = (text: string): PrintedCell => ({ text, href: null })
  return [
    heading('Dates'),
    {
      kind: 'table',
      columns: [
        { heading: 'Day', part: 2 },
        { heading: 'What', part: 4 },
        { heading: 'By which rule', part: 9 },
      ],
      rows: deadlines.map(({ due, kind, isPast, basis, timeZone }) => [
        cell(isPast ? `${due} (past)` : due),
        cell(`${deadlineTitles[kind]} (${timeZone})`),
        cell(basis),
      ]),
    },
  ]
}

function disputed(one: DisputedRepository): PrintedBlock[] {
  return [
    heading(one.repository === one.nameToday ? one.repository : `${one.repository}, now ${one.nameToday}`),
    paragraph(`${claimOf(one)} ${standingOf(one)}`),
    ...evidenceOf(one),
    ...decisionOf(one),
  ]
}

function claimOf({ named, claimed, files }: DisputedRepository): string {
  if (!named)
    return 'Our notice does not name it: GitHub took it down with the rest of a network, and there is no claim of ours to defend. Give it back.'
  return claimed === 'specific-files'
    ? `Claimed: ${files} specific files.`
    : 'Claimed: the entire repository.'
}

function standingOf({ availability, blockNoticeUrl, givenBackAt }: DisputedRepository): string {
  const under = blockNoticeUrl === null ? '' : ` under ${blockNoticeUrl}`
  const given = givenBackAt === null ? '' : ` We gave it back on ${day(givenBackAt)}.`
  return `As last seen: ${availability}${under}.${given}`
}

function evidenceOf({ evidence }: DisputedRepository): PrintedBlock[] {
  if (evidence === null) return [paragraph('There is no evidence against it any more.')]
  const { strength, originalsFound, ofWork, ofRepository, firstSeenAt, permalinks } = evidence
  return [
    paragraph(
      `Evidence: ${strength} (${evidence.class}); ${originalsFound} originals found, ${share(ofWork)} of the work, ${share(ofRepository)} of the repository; first seen on ${day(firstSeenAt)}. The strongest files, as they were compared:`,
    ),
    ...(permalinks.length === 0 ? [] : [{ kind: 'addresses', addresses: permalinks } as const]),
  ]
}

function decisionOf({ decision }: DisputedRepository): PrintedBlock[] {
  if (decision === null) return [paragraph('No decision about it stands.')]
  const { reviewer, at, reason, fairUse } = decision
  return [
    paragraph(`Decided ${decision.decision} by ${reviewer} on ${day(at)}: ${reason}`),
    ...(fairUse === null ? [] : [paragraph(`How fair use was considered: ${fairUse}`)]),
  ]
}

function heading(text: string): PrintedBlock {
  return { kind: 'heading', text }
}

function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', text }
}

/** The day in San Francisco, as the dates are counted: in the evening there, another one has begun in UTC. */
function day(at: string): string {
  return dateIn(new Date(at), gitHubZone)
}

function share(part: number): string {
  return `${Math.floor(part * 1000) / 10} %`
}
