import type { NoticeProblem } from '../server/core/notice/problem.ts'
import type { NetworkReach } from '../server/core/notice/weigh-wordings.ts'
import type { ListedNotice } from '../server/tasks/notice/list-notices.ts'
import type { NoticeSummary } from '../server/tasks/notice/notice-summary.ts'
import { count } from './text.ts'

/** A line for each problem: how grave, which, what, and what to do. */
export function problemLines(problems: readonly NoticeProblem[]): string[] {
  const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`
  return problems.map(
    ({ severity, code, message, fix }) =>
      `${severity === 'error' ? 'Error' : 'Warning'} ${code}: ${sentence(message)} ${sentence(fix)}`,
  )
}

export function noticeLine(n: NoticeSummary & Partial<Pick<ListedNotice, 'retracted'>>): string[] {
  const { retracted = [] } = n
  return [
    n.id,
    n.kind,
    n.status,
    `${count(n.repositories.length + n.material.length, 'name')}${retracted.length === 0 ? '' : `, ${retracted.length.toLocaleString('en-US')} given back`}`,
    n.scope,
    n.repositories[0] ?? n.material[0] ?? '',
  ]
}

/** What each wording could disable, a network a paragraph; one without forks needs none. */
export function reachLines(reach: readonly NetworkReach[]): string[] {
  return reach
    .filter(({ size }) => size > 1)
    .flatMap(({ network, size, official, rootOfficial, wordings }) => [
      `Network of ${network}: ${count(size, 'repository', 'repositories')}${official.length === 0 ? '' : `, ${official.length} official${rootOfficial ? ', its root among them' : ''}`}.`,
      ...wordings.map(
        (one) =>
          `  ${one.wording === 'network' ? 'all or most forks' : 'named only'}: could disable ${count(one.couldDisable, 'repository', 'repositories')}, ${one.withEvidence.toLocaleString('en-US')} with evidence, ${one.withoutEvidence.toLocaleString('en-US')} without${one.allowed ? '' : ` (refused: ${one.because.join('; ')})`}`,
      ),
    ])
}
