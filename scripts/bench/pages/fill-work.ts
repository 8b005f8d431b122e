import { appendEvent } from '../../../db/events/append-event.ts'
import { saveMatch } from '../../../db/queries/matches.ts'
import { saveRepositories, type RepositoryFacts } from '../../../db/queries/repositories.ts'
import type { App } from '../../../server/compose.ts'
import { addWork } from '../../../server/tasks/add-work.ts'
import { requireWork } from '../../../server/tasks/find-work.ts'

export const slug = 'orbit'

/** Since the first find. */
const days = 60

/** A work in the worst week: this many repositories in fifty networks, and this many events. */
export async function fillWork(
  app: App,
  { folder, matches, events }: { folder: string; matches: number; events: number },
): Promise<void> {
  await addWork(
    app,
    { source: folder, title: 'Orbit CLI', owner: 'Orbit Inc.', slug, official: [] },
    () => undefined,
  )
  const work = await requireWork(app.db, slug)
  const at = new Date(app.clock().getTime() - days * 86_400_000)
  const together = 500
  for (let start = 0; start < matches; start += together) {
    const numbers = Array.from({ length: Math.min(together, matches - start) }, (_, i) => start + i)
    await app.db.tx(async (tx) => {
      await saveRepositories(tx, numbers.map(repository), at)
      for (const n of numbers) {
        const strong = n % 10 < 7
        const file = {
          commit: hex(n),
          tree: hex(n + 1),
          path: 'src/flight/plan-transfer.ts',
          blob: hex(n % 400),
          class: 'exact' as const,
          strength: strong ? ('strong' as const) : ('weak' as const),
          original: 'src/0.ts',
          bits: 400,
          ofOriginal: 1,
          ofCandidate: 1,
          ranges: [],
          reason: 'Every byte is the same.',
          contentId: null,
        }
        await saveMatch(
          tx,
          {
            workId: work.id,
            repositoryId: n + 1,
            scanId: null,
            class: strong ? 'exact' : 'partial',
            strength: strong ? 'strong' : 'weak',
            originalsFound: 1 + (n % 90),
            ofWork: (n % 100) / 100,
            ofRepository: (n % 37) / 37,
            entireRepository: n % 3 === 0,
            official: n === 0,
            license: null,
            reason: 'Alike.',
            refs: [{ ref: 'refs/heads/main', commit: hex(n), tree: hex(n + 1) }],
            files: [file],
          },
          at,
        )
      }
    })
  }
  for (let start = 0; start < events; start += together) {
    await app.db.tx(async (tx) => {
      for (let n = start; n < Math.min(events, start + together); n++) {
        const subject = `repository:${(n % matches) + 1}`
        // One in two is a change that the figures are counted from.
        const changed = n % 2 === 0
        await appendEvent(tx, {
          actor: 'bench',
          kind: changed ? 'repository.availability' : 'repository.seen',
          subject,
          data: changed ? availabilityChange(n, at) : { n },
        })
      }
    })
  }
}

function availabilityChange(n: number, at: Date) {
  const to = n % 9 === 0 ? 'disabled' : n % 31 === 0 ? 'unknown' : 'available'
  return { at: new Date(at.getTime() + (n % days) * 86_400_000).toISOString(), from: 'unknown', to }
}

function repository(n: number): RepositoryFacts {
  const root = (n % 50) + 1
  return {
    id: n + 1,
    owner: `owner-${n}`,
    name: n < 50 ? `orbit-${n}` : `orbit-${n % 50}`,
    fork: n >= 50,
    parentId: n >= 50 ? root : null,
    networkRootId: root,
    stars: n % 700,
    availability: n % 9 === 0 ? 'disabled' : n % 31 === 0 ? 'unknown' : 'available',
  }
}

function hex(n: number): string {
  return n.toString(16).padStart(40, '0')
}
