import type { ScanParts } from '../../render/pages/scan-parts.ts'
import { formatCount, formatNumber } from '../../render/pages/format.ts'
import type { Badge } from '../../render/pages/badge.ts'
import type { ScanProgress } from '../../tasks/scan/show-scan.ts'
import type { ScanState } from '../../tasks/scan/scan-state.ts'
import { strengthBadge } from '../view/badges.ts'
import { links } from '../view/links.ts'

/** Whether it may change from one moment to the next: then a page follows it. */
export function isLive(state: ScanState): boolean {
  return state === 'waiting' || state === 'running' || state === 'pausing'
}

export function stateBadge(state: ScanState): Badge {
  switch (state) {
    case 'running':
      return { text: 'running', tone: 'blue' }
    case 'waiting':
      return { text: 'waits for a worker', tone: 'blue' }
    case 'pausing':
    case 'paused':
      return { text: state, tone: 'amber' }
    case 'stopped':
      return { text: 'cut short', tone: 'amber' }
    case 'incomplete':
      return { text: 'incomplete', tone: 'amber' }
    case 'complete':
      return { text: 'complete', tone: 'green' }
  }
}

/** What a scan does now, as a person reads it; the same for everybody who watches. */
export function describeProgress(slug: string, progress: ScanProgress): ScanParts {
  const { matches, requests } = progress
  return {
    doing: describeDoing(progress),
    steps: progress.steps.map(({ kind, ...counts }) => ({
      ...counts,
      name: kindNames[kind] ?? kind,
      href: links.scanSteps(slug, progress.id, { kind }),
      openHref:
        counts.couldNotTell > 0
          ? links.scanSteps(slug, progress.id, { kind, status: 'could-not-tell' })
          : null,
    })),
    budgets: buckets.map((bucket) => {
      const left = progress.budgets[bucket]
      return {
        name: bucketName(bucket),
        spent: requests[bucket],
        left:
          left === null
            ? null
            : `${formatNumber(left.remaining)} of ${formatNumber(left.limit)}, full again at ${toTheSecond(left.resetAt)}`,
      }
    }),
    free: requests.notModified,
    matches,
    found: progress.found.map(({ repository, strength, class: kind, at }) => ({
      repository,
      href: links.match(slug, repository),
      strength: strengthBadge(strength),
      class: kind,
      at,
    })),
    said: `${formatCount(matches.strong, 'strong match', 'strong matches')}, ${formatNumber(matches.weak)} weak`,
  }
}

function describeDoing({ doing, state }: ScanProgress): ScanParts['doing'] {
  const on = isLive(state)
  const waiting = state === 'waiting'
  if (doing === null) return { step: null, on, waiting, bar: null, left: null, wait: null, at: null }
  const { step, done, total, left, waitsFor, at } = doing
  return {
    step,
    on,
    waiting,
    bar: on && done !== null && total !== null && total > 0 ? { done, total } : null,
    left: on ? left : null,
    wait:
      on && waitsFor !== null
        ? { bucket: bucketName(waitsFor.bucket), until: toTheSecond(waitsFor.until) }
        : null,
    at: toTheSecond(at),
  }
}

const buckets = ['core', 'graphql', 'code_search', 'search'] as const

export function bucketName(bucket: string): string {
  return { core: 'REST', graphql: 'GraphQL', code_search: 'code search', search: 'search' }[bucket] ?? bucket
}

export const kindNames: Readonly<Record<string, string>> = {
  official: 'Official repositories',
  recall: 'What can be found at all',
  probe: 'Probes (code search)',
  name: 'Names and descriptions',
  tree: 'Root trees',
  commit: 'Commits that tips name',
  network: 'Fork networks',
  repository: 'Repositories',
  owner: 'Owners of copies',
  gist: 'Gists',
  lead: 'Releases and submodules',
}

/** A budget comes back within a minute: the page's usual minutes would not tell. */
function toTheSecond(iso: string): string {
  return `${iso.slice(11, 19)} UTC`
}
