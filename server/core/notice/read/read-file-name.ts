/** What kind of document a file in github/dmca is, as GitHub's own names say it. The text never overrides the name. */
export interface NoticeFileName {
  kind: 'takedown' | 'counter' | 'retraction' | 'other'
  subkind:
    | 'takedown'
    | 'counternotice'
    | 'retraction'
    | 'reversal'
    | 'counternotice-retraction'
    | 'counternotice-reversal'
    | 'legal-action'
  /** `YYYY-MM-DD` of the file's name; null where it has none. */
  date: string | null
  /** The folder says another year or month: one of them is mistyped. */
  dateSuspect: boolean
  slug: string
}

/**
 * Reads `YYYY/MM/YYYY-MM-DD-slug[-N][-counternotice|-retraction|-reversal].md` and its older spellings
 * (`YYYY/YYYY-MM-DD-Slug.markdown`, `counter-notice`, `counternnotice`, a final `-counter`).
 */
export function readFileName(path: string): NoticeFileName {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\s*\.(?:md|markdown|pdf|txt)$/i, '')
  const parts = /^(\d{4}-\d{2}-\d{2})-?(.*)$/s.exec(name)
  const slug = (parts?.[2] ?? name).trim()
  const date = parts?.[1] ?? null
  const folder = /(?:^|\/)(\d{4})\/(?:(\d{2})\/)?[^/]*$/.exec(path)
  const folderDate = folder === null ? '' : [folder[1], folder[2]].filter(Boolean).join('-')
  return {
    ...kindOf(slug.toLowerCase()),
    date,
    dateSuspect: date !== null && !date.startsWith(folderDate),
    slug,
  }
}

function kindOf(slug: string): Pick<NoticeFileName, 'kind' | 'subkind'> {
  const counter = /counter-?n+otice|-counter(?:-\d+)?$/.test(slug)
  if (/legal-?action/.test(slug)) return { kind: 'other', subkind: 'legal-action' }
  if (/-reversal/.test(slug))
    return { kind: 'other', subkind: counter ? 'counternotice-reversal' : 'reversal' }
  if (/-retraction|-retracted/.test(slug)) {
    return counter
      ? { kind: 'other', subkind: 'counternotice-retraction' }
      : { kind: 'retraction', subkind: 'retraction' }
  }
  return counter ? { kind: 'counter', subkind: 'counternotice' } : { kind: 'takedown', subkind: 'takedown' }
}
