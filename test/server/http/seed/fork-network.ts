import { appendEvent } from '../../../../db/events/append-event.ts'
import { saveMatch } from '../../../../db/queries/matches.ts'
import { saveRepositories, type RepositoryFacts } from '../../../../db/queries/repositories.ts'
import { addSteps, insertScan, updateScan } from '../../../../db/queries/scans.ts'
import { requireWork } from '../../../../server/tasks/find-work.ts'
import type { TestApp } from '../data-folder.ts'

/** The root's number; its forks are numbered on from it. */
export const rootId = 5_000_000

/**
 * A fork network as it was in March 2026, in any size from 40 on: the owner's own public repository at its root, most
 * forks untouched and hanging on it, a few forks with forks of their own, and the leak in some of them. Each state has
 * one member at least. GitHub counted two more than it listed.
 */
export async function seedForkNetwork(
  { db, clock }: Pick<TestApp, 'db' | 'clock'>,
  size: number,
  slug = 'orbit-cli',
): Promise<void> {
  const work = await requireWork(db, slug)
  const at = clock()
  const scan = await db.tx((tx) => insertScan(tx, { workId: work.id, options: {}, startedAt: at }))
  const members = Array.from({ length: size }, (_, n) => memberOf(n, at))
  for (let start = 0; start < size; start += 1000) {
    const part = members.slice(start, start + 1000)
    await db.tx(async (tx) => {
      await saveRepositories(
        tx,
        part.map(({ facts }) => facts),
        at,
      )
      for (const { facts, strength } of part) {
        if (strength === 'strong' || strength === 'weak')
          await saveMatch(tx, matchOf(work.id, scan.id, facts.id, strength), at)
      }
      await addSteps(
        tx,
        scan.id,
        part.flatMap(({ facts, strength }) =>
          strength === 'official'
            ? []
            : [
                {
                  kind: 'repository' as const,
                  key: String(facts.id),
                  position: 1,
                  status: strength === null ? ('pending' as const) : ('done' as const),
                  result: {
                    repositoryId: facts.id,
                    networkRootId: rootId,
                    heads: null,
                    ...(strength === null ? {} : { outcome: strength }),
                  },
                },
              ],
        ),
      )
    })
  }
  await db.tx(async (tx) => {
    await addSteps(tx, scan.id, [
      {
        kind: 'network',
        key: 'orbit-inc/orbit',
        position: 1,
        status: 'done',
        result: {
          root: 'orbit-inc/orbit',
          rootId,
          official: true,
          listed: size,
          unchanged: 0,
          unreadable: 0,
          checkpoint: null,
          begunAt: at.toISOString(),
          fullyListedAt: at.toISOString(),
          networkCount: size + 1,
          catchUp: null,
        },
      },
    ])
    await updateScan(tx, scan.id, {
      status: 'incomplete',
      reasons: ['not everything was looked at'],
      finishedAt: at,
    })
    await appendEvent(tx, {
      actor: 'test',
      kind: 'scan.finished',
      subject: `work:${slug}`,
      data: { scan: scan.id },
    })
  })
}

interface Member {
  facts: RepositoryFacts
  /** What became of its step; null: it waits. */
  strength: 'strong' | 'weak' | 'untouched' | 'none' | 'official' | null
}

function memberOf(n: number, at: Date): Member {
  const strength = strengthOf(n)
  const parent = parentOf(n)
  return {
    strength,
    facts: {
      id: rootId + n,
      owner: n === 0 ? 'orbit-inc' : `forker-of-${n}`,
      name: n % 40 === 7 ? 'orbit-renamed' : 'orbit',
      fork: n > 0,
      parentId: n === 0 ? null : rootId + parent,
      networkRootId: rootId,
      rootObservedAt: at,
      stars: n === 0 ? 42_000 : n % 97 === 0 ? n % 300 : 0,
      availability:
        n % 83 === 9 ? 'disabled' : n % 211 === 11 ? 'gone' : n % 53 === 12 ? 'unknown' : 'available',
      githubCreatedAt: new Date(at.getTime() - (100 - (n % 90)) * 86_400_000),
    },
  }
}

function strengthOf(n: number): Member['strength'] {
  if (n === 0) return 'official'
  if (n % 83 === 3 || n % 83 === 9) return 'strong'
  if (n % 83 === 5) return 'weak'
  if (n % 61 === 6) return null
  return n % 17 === 0 ? 'none' : 'untouched'
}

/** Two of three of a large network hang on the root; a few forks have hundreds of their own, more have one or two. */
function parentOf(n: number): number {
  if (n < 20) return 0
  if (n % 16 === 1) return 3
  if (n % 50 === 2) return 9
  if (n % 90 === 4) return Math.floor(n / 2)
  return 0
}

function matchOf(workId: number, scanId: number, repositoryId: number, strength: 'strong' | 'weak') {
  const id = repositoryId.toString(16).padStart(40, '0')
  return {
    workId,
    repositoryId,
    scanId,
    class: strength === 'strong' ? ('exact' as const) : ('partial' as const),
    strength,
    originalsFound: 1,
    ofWork: strength === 'strong' ? 1 : 0.01,
    ofRepository: 0.5,
    entireRepository: false,
    official: false,
    license: null,
    reason: 'Alike.',
    refs: [{ ref: 'refs/heads/main', commit: id, tree: 'f'.repeat(40) }],
    files: [
      {
        commit: id,
        tree: 'f'.repeat(40),
        path: 'src/flight/gravity.ts',
        blob: 'e'.repeat(40),
        class: strength === 'strong' ? ('exact' as const) : ('partial' as const),
        strength,
        original: 'src/flight/gravity.ts',
        bits: 400,
        ofOriginal: 1,
        ofCandidate: 1,
        ranges: [],
        reason: 'Every byte is the same.',
        contentId: null,
      },
    ],
  }
}
