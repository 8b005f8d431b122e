import type { Queryable } from '../../../db/database.ts'
import type { CounterNotice } from '../../../db/queries/counter-notices.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import {
  findRepositories,
  findRepositoryByName,
  type RepositoryRow,
} from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { DisputedRepository } from '../../core/notice/counsel-facts.ts'
import { accusedRepositories, isTakedown } from '../../core/notice/accused.ts'
import type { NamedRepository, TakedownDocument } from '../../core/notice/types.ts'
import { formatRepositoryName, readRepositoryName } from '../../core/repository/repository-name.ts'
import { readDocument } from '../notice/notice-summary.ts'
import { givenBackAt, listSentNotices, type SentNotice } from '../sent-notices.ts'
import { describeEvidence } from '../show-match.ts'

/** Enough to see what it is about; the report of the match has the rest. */
const MOST_PERMALINKS = 5

/** Each repository that a counter notice disputes, as it was claimed, judged and decided, and as it stands. */
export async function describeDisputed(
  db: Queryable,
  { work, notice, counter }: { work: Work; notice: Notice; counter: CounterNotice },
): Promise<DisputedRepository[]> {
  const document = readDocument(notice)
  const accused = accusedRepositories(document)
  const rows = await findRepositories(
    db,
    accused.map(({ id }) => id),
  )
  const names =
    counter.repositories.length > 0 ? counter.repositories : accused.map((one) => formatRepositoryName(one))
  const sent = (await listSentNotices(db, work.id)).find((one) => one.notice.id === notice.id)
  const disputed: DisputedRepository[] = []
  for (const name of names) {
    const claim = findClaim(name, accused, rows)
    const row = claim === undefined ? await findByName(db, name) : rows.get(claim.id)
    disputed.push(
      await describeOne(db, {
        name,
        claim,
        row,
        work,
        sent,
        document: isTakedown(document) ? document : null,
      }),
    )
  }
  return disputed
}

interface Dispute {
  name: string
  claim: NamedRepository | undefined
  row: RepositoryRow | undefined
  work: Work
  sent: SentNotice | undefined
  document: TakedownDocument | null
}

async function describeOne(
  db: Queryable,
  { name, claim, row, work, sent, document }: Dispute,
): Promise<DisputedRepository> {
  const found = row === undefined ? undefined : (await findMatches(db, work.id, [row.id])).get(row.id)
  const given = sent === undefined || row === undefined ? null : givenBackAt(sent, row)
  const detail =
    found === undefined || row === undefined
      ? null
      : await describeEvidence(db, { match: found, repository: row })
  const decision = detail?.reviews.filter(({ takenBack }) => takenBack === null).at(-1) ?? null
  return {
    repository: name,
    nameToday: row === undefined ? name : formatRepositoryName(row),
    named: claim !== undefined,
    claimed: claim === undefined ? null : (document?.scope ?? null),
    files: claim?.files.length ?? 0,
    availability: row?.availability ?? 'unknown',
    blockNoticeUrl: row?.blockNoticeUrl ?? null,
    givenBackAt: given?.toISOString() ?? null,
    evidence:
      detail === null
        ? null
        : {
            class: detail.class,
            strength: detail.strength,
            originalsFound: detail.originalsFound,
            ofWork: detail.ofWork,
            ofRepository: detail.ofRepository,
            firstSeenAt: detail.firstSeenAt,
            permalinks: detail.files
              .filter(({ strength }) => strength === 'strong')
              .sort((a, b) => b.bits - a.bits)
              .slice(0, MOST_PERMALINKS)
              .map(({ permalink }) => permalink),
          },
    decision:
      decision === null
        ? null
        : {
            decision: decision.decision,
            reviewer: decision.reviewer,
            at: decision.at,
            reason: decision.reason,
            fairUse: decision.fairUse,
          },
  }
}

/** By the name of then or of now. */
function findClaim(
  name: string,
  accused: readonly NamedRepository[],
  rows: ReadonlyMap<number, RepositoryRow>,
): NamedRepository | undefined {
  const sought = name.toLowerCase()
  return accused.find((one) => {
    const row = rows.get(one.id)
    const names = [one, ...(row === undefined ? [] : [row])].map((each) =>
      formatRepositoryName(each).toLowerCase(),
    )
    return names.includes(sought)
  })
}

async function findByName(db: Queryable, text: string): Promise<RepositoryRow | undefined> {
  const name = readRepositoryName(text)
  return name === undefined ? undefined : await findRepositoryByName(db, name.owner, name.name)
}
