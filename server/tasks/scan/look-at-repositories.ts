import {
  findRepositories,
  saveRepositories,
  type RepositoryFacts,
  type RepositoryRow,
} from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { chunks } from '../../../db/queries/works.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { LookedAt } from '../../github/look-at-repositories.ts'
import { askAboutRepository } from './ask-about-repository.ts'
import type { ListedRepository } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/** A repository to be judged, with all its branches and tags. */
export interface Looked {
  step: ScanStep
  repository: RepositoryRow
  heads: RefHead[]
}

/** One request, kept before the next one is sent. */
const atOnce = 50

/**
 * The repositories of these steps with the heads of their refs: from the listing when there is one, else fifty in one
 * request. Only what GraphQL does not show as it should is asked for by itself. A step that is missing in the answer
 * is settled: its repository is gone, or nothing could be told.
 */
export async function lookAtRepositories(
  context: ScanContext,
  steps: readonly ScanStep[],
): Promise<Looked[]> {
  const known = await findRepositories(
    context.db,
    steps.map(idOf).filter((id) => id !== null),
  )
  const looked: Looked[] = []
  const unseen: ScanStep[] = []
  for (const step of steps) {
    const repository = known.get(idOf(step) ?? 0)
    const heads = (step.result as ListedRepository | null)?.heads ?? null
    if (repository !== undefined && heads !== null) looked.push({ step, repository, heads })
    else unseen.push(step)
  }
  for (const part of chunks(unseen, atOnce)) looked.push(...(await lookTogether(context, part, known)))
  return looked
}

async function lookTogether(
  context: ScanContext,
  steps: readonly ScanStep[],
  known: ReadonlyMap<number, RepositoryRow>,
): Promise<Looked[]> {
  const placed = steps.flatMap((step) => {
    const place =
      known.get(idOf(step) ?? 0) ?? (idOf(step) === null ? readRepositoryName(step.key) : undefined)
    return place === undefined ? [] : [{ step, place }]
  })
  const answers = await context.github.lookAtRepositories(placed.map(({ place }) => place))
  const shown: { step: ScanStep; looked: LookedAt; heads: RefHead[] }[] = []
  const alone = new Set(steps)
  for (const [at, { step }] of placed.entries()) {
    const answer = answers[at]!
    if (answer.outcome !== 'found' || !isSettled(answer.value, idOf(step))) continue
    const { heads } = answer.value
    if (heads.outcome !== 'found') continue
    alone.delete(step)
    shown.push({ step, looked: answer.value, heads: heads.value.heads })
  }
  const together = await keepShown(context, shown)
  const byThemselves = await Promise.all([...alone].map((step) => askAboutRepository(context, step)))
  return [...together, ...byThemselves.filter((look) => look !== null)]
}

/** Whether nothing is left for REST to tell: it is there, it is the one that was meant, and its network is known. */
function isSettled({ repository, disabled, rootId }: LookedAt, id: number | null): boolean {
  return !disabled && !repository.private && rootId !== null && (id === null || repository.id === id)
}

async function keepShown(
  { db, scan, clock }: ScanContext,
  shown: readonly { step: ScanStep; looked: LookedAt; heads: RefHead[] }[],
): Promise<Looked[]> {
  const at = clock()
  await db.tx(async (tx) => {
    await saveRepositories(
      tx,
      shown.flatMap(({ looked }) => relativesOf(looked, at)),
      at,
    )
    await addSteps(
      tx,
      scan.id,
      shown.map(({ step, looked }) => ({
        kind: 'lead' as const,
        key: String(looked.repository.id),
        position: step.position,
      })),
    )
    for (const { step, looked, heads } of shown) {
      // A step that names a repository is asked again after a kill: only by its id is it known which one was meant.
      const result: ListedRepository = { heads, networkRootId: looked.rootId }
      if (idOf(step) !== null) await updateStep(tx, step.id, { result })
    }
  })
  const rows = await findRepositories(
    db,
    shown.map(({ looked }) => looked.repository.id),
  )
  return shown.map(({ step, looked, heads }) => ({
    step,
    repository: rows.get(looked.repository.id)!,
    heads,
  }))
}

/** What is known of an ancestor by its name alone must not stand in the way of what is known of it by a look. */
function relativesOf({ repository, ancestors, rootId }: LookedAt, at: Date): RepositoryFacts[] {
  return [
    ...ancestors.map((ancestor, index) => ({ ...ancestor, parentId: ancestors[index + 1]?.id ?? null })),
    {
      ...repository,
      parentId: ancestors[0]?.id ?? null,
      ...(rootId === null ? {} : { networkRootId: rootId, rootObservedAt: at }),
    },
  ]
}

function idOf({ key }: ScanStep): number | null {
  return /^\d+$/.test(key) ? Number(key) : null
}
