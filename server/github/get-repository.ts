import { z } from 'zod'
import { isSameName } from '../core/repository/repository-name.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { apiPath } from './api-path.ts'
import type { Asked } from './ask.ts'
import type { Edge } from './edge.ts'
import { recordFromRest, restRepository } from './repository-record.ts'
import type { RepositoryRecord } from './repository-record.ts'

/** Why GitHub keeps a repository from everyone. For `dmca`, `htmlUrl` is the published notice that did it. */
export interface Block {
  reason: string
  htmlUrl: string | null
  createdAt: Date | null
}

export interface AvailableRepository {
  repository: RepositoryRecord
  /** Null when it is no fork. */
  parent: RepositoryRecord | null
  /** The root of its network; null when it is that itself. */
  root: RepositoryRecord | null
  /** Repositories in the network besides the root, as GitHub counts them. */
  networkCount: number | null
  /** The name that was asked for, when GitHub led from there to another one. */
  renamedFrom: RepositoryName | null
}

/** What a look at one repository showed. `httpStatus` and `raw` are GitHub's answer as it came. */
export type RepositoryAnswer = (
  | ({ outcome: 'available' } & AvailableRepository)
  /** 451: disabled under a notice. */
  | { outcome: 'disabled'; block: Block }
  /** 403 with a block: by GitHub's staff. */
  | { outcome: 'blocked'; block: Block }
  /** 404: deleted, private, or its owner suspended; GitHub makes no difference. */
  | { outcome: 'gone' }
  | { outcome: 'could-not-tell'; reason: string; retryAt: Date | null }
) & { httpStatus: number | null; raw: unknown }

const fullRepository = restRepository.extend({
  parent: restRepository.optional(),
  source: restRepository.optional(),
  network_count: z.int().optional(),
})

const blockedBody = z.object({
  block: z.object({
    reason: z.string().default('unknown'),
    created_at: z.string().nullish(),
    html_url: z.string().nullish(),
  }),
})

/**
 * REST gives the verdict on a repository: GraphQL knows neither the notice nor the difference between blocked and gone.
 * By id, the answer is about the same repository whatever it is called today.
 */
export async function getRepository(
  edge: Edge,
  repository: RepositoryName | number,
): Promise<RepositoryAnswer> {
  const path =
    typeof repository === 'number'
      ? apiPath`/repositories/${repository}`
      : apiPath`/repos/${repository.owner}/${repository.name}`
  const asked = await edge.ask({ purpose: 'get repository', bucket: 'core', path, conditional: true })
  if (asked.kind === 'could-not-tell') {
    const { reason, retryAt } = asked
    return { outcome: 'could-not-tell', reason, retryAt, httpStatus: null, raw: null }
  }
  const came = { httpStatus: asked.status, raw: asked.content ?? null }
  if (asked.status === 200) {
    const available = readAvailable(asked, repository, edge.clock())
    if (available !== undefined) return { outcome: 'available', ...available, ...came }
    return {
      outcome: 'could-not-tell',
      reason: "GitHub's answer was not in the form it describes",
      retryAt: null,
      ...came,
    }
  }
  if (asked.status === 404) return { outcome: 'gone', ...came }
  const block = readBlock(asked.content)
  if (asked.status === 451 || block?.reason === 'dmca') {
    return {
      outcome: 'disabled',
      block: block ?? { reason: 'dmca', htmlUrl: null, createdAt: null },
      ...came,
    }
  }
  if (block !== undefined) return { outcome: 'blocked', block, ...came }
  return { outcome: 'could-not-tell', reason: `GitHub answered ${asked.status}`, retryAt: null, ...came }
}

function readAvailable(
  asked: Extract<Asked, { kind: 'answer' }>,
  askedFor: RepositoryName | number,
  now: Date,
): AvailableRepository | undefined {
  const parsed = fullRepository.safeParse(asked.content)
  if (!parsed.success) return undefined
  const { parent, source, network_count: networkCount } = parsed.data
  const repository = recordFromRest(parsed.data)
  const root = repository.fork ? source : parsed.data
  const renamed = typeof askedFor === 'object' && !isSameName(askedFor, repository)
  return {
    repository: {
      ...repository,
      parentId: parent?.id ?? null,
      ...(root === undefined ? {} : { networkRootId: root.id, rootObservedAt: now }),
    },
    parent: parent === undefined ? null : recordFromRest(parent),
    root:
      source === undefined
        ? null
        : { ...recordFromRest(source), networkRootId: source.id, rootObservedAt: now },
    networkCount: networkCount ?? null,
    renamedFrom: renamed ? { owner: askedFor.owner, name: askedFor.name } : null,
  }
}

/** Why GitHub does not show something that is there; gists have the same form. */
export function readBlock(content: unknown): Block | undefined {
  const parsed = blockedBody.safeParse(content)
  if (!parsed.success) return undefined
  const { reason, created_at: createdAt, html_url: htmlUrl } = parsed.data.block
  const at = Date.parse(createdAt ?? '')
  return { reason, htmlUrl: htmlUrl ?? null, createdAt: Number.isNaN(at) ? null : new Date(at) }
}
