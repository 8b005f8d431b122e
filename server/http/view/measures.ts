import { formatHours } from '../../render/pages/format.ts'
import type { ClockRow, FiguresPage, ShareRow } from '../../render/pages/figures-page.ts'
import type { Figure } from '../../tasks/show-status.ts'

/** How wide the longest bar is, in units of its picture. */
const widest = 400

/** The figures of a work as its page about them groups them. */
export function measuresOf(
  figures: readonly Figure[],
): Pick<FiguresPage, 'clocks' | 'outcomes' | 'disabled' | 'requests'> {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]))
  const find = (key: string) => byKey.get(key)!
  const clocks: readonly [key: string, name: string][] = [
    ['takedown-from-leak', 'From the leak to the takedown'],
    ['takedown-from-find', 'From the find to the takedown'],
    ['takedown', 'From sending to the takedown'],
    ['repair', 'From overreach to its repair'],
  ]
  const { named = 0, disabled = 0 } = find('precision').numbers ?? {}
  const { core = 0, graphql = 0, search = 0, code_search: codeSearch = 0 } = find('requests').numbers ?? {}
  return {
    clocks: clocks.map(([key, name]) => clockRow(name, find(key))),
    outcomes: {
      rows: shareRows(Object.entries(find('outcome').numbers ?? {})),
      definition: find('outcome').definition,
    },
    disabled: {
      rows:
        disabled === 0
          ? []
          : shareRows([
              ['named in a notice', named],
              ['not named', disabled - named],
            ]),
      definition: find('precision').definition,
    },
    requests: {
      rows: shareRows([
        ['core (REST)', core],
        ['GraphQL', graphql],
        ['search', search],
        ['code search', codeSearch],
      ]),
      definition: find('requests').definition,
    },
  }
}

function clockRow(name: string, { numbers, definition }: Figure): ClockRow {
  const { median, p95, n } = numbers ?? {}
  if (median === undefined || p95 === undefined || n === undefined) return { name, times: null, definition }
  return { name, times: { median: formatHours(median), p95: formatHours(p95), n }, definition }
}

function shareRows(counts: readonly (readonly [string, number])[]): ShareRow[] {
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  const most = Math.max(1, ...counts.map(([, count]) => count))
  return counts.map(([name, count]) => ({
    name: name === 'unknown' ? 'could not tell' : name,
    count,
    share: all === 0 ? 0 : count / all,
    // What is there at all is seen.
    width: count === 0 ? 0 : Math.max(2, Math.round((count / most) * widest)),
  }))
}
