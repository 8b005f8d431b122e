import { basename } from 'node:path'
import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { listWorkRows } from '../../db/queries/works.ts'
import { guardByRules } from '../core/guard/guard-by-rules.ts'
import type { GuardFinding } from '../core/guard/types.ts'
import { compareFile } from '../core/match/compare-file.ts'
import type { WorkIndex } from '../core/match/work-index.ts'
import { parseSource } from '../sources/parse-source.ts'
import { readSource, type ReadSourceOptions } from '../sources/read-source.ts'
import type { FileEntry, SkippedEntry } from '../sources/source-entry.ts'
import { requireWork } from './find-work.ts'
import { guardSourceMaps, SourceMapLinks } from './guard-source-maps.ts'
import type { Progress } from './progress.ts'
import { loadIndex } from './work-index.ts'

export interface GuardReport {
  /** Everything was read, and nothing was found. */
  safe: boolean
  findings: GuardFinding[]
  /** The works it was compared with. */
  works: string[]
  files: number
}

/**
 * Whether a package would leak if it were published as it is: source maps, files that no package should hold, live
 * credentials, originals of works. What could not be read is a finding. Offline, but for `npm:`; nothing is kept.
 * @throws ClawbackError WORK_UNKNOWN, and what the source says
 */
export async function guardSource(
  app: { db: Database; content: ContentStore; sources: ReadSourceOptions; actor: string; clock: () => Date },
  { source, works: slugs }: { source: string; works: readonly string[] },
  progress: Progress,
): Promise<GuardReport> {
  const works =
    slugs.length === 0
      ? await listWorkRows(app.db)
      : await Promise.all([...new Set(slugs)].map((slug) => requireWork(app.db, slug)))
  const parsed = await parseSource(source)
  const indexes: Indexed[] = []
  for (const work of works) indexes.push({ slug: work.slug, index: await loadIndex(app, work, progress) })

  const findings: GuardFinding[] = []
  const links = new SourceMapLinks()
  let files = 0
  for await (const entry of readSource(source, app.sources)) {
    if (entry.fromMap === undefined) links.add(entry)
    if (entry.kind === 'skipped') {
      findings.push(...guardSkipped(entry))
      continue
    }
    files++
    progress({ step: 'guarding', done: files })
    findings.push(...guardByRules(entry.path, entry.bytes), ...compareWithWorks(entry, indexes))
    if (entry.fromMap === undefined) {
      links.follow(entry)
      findings.push(...guardSourceMaps(entry))
    }
  }
  // A map that is itself the source comes as the sources it holds.
  if (parsed.kind === 'map') findings.unshift(...guardMapAsSource(parsed.path, files))
  findings.push(...links.findings())
  const told = oncePerPlace(findings)
  return { safe: told.length === 0, findings: told, works: works.map(({ slug }) => slug), files }
}

interface Indexed {
  slug: string
  index: WorkIndex
}

function compareWithWorks(entry: FileEntry, works: readonly Indexed[]): GuardFinding[] {
  return works.flatMap(({ slug, index }): GuardFinding[] => {
    const match = compareFile(index, entry)
    const [best] = match.originals
    if (match.strength === 'none' || best === undefined) return []
    const whole = match.class === 'exact' || match.class === 'normalized'
    const more = match.originals.length > 1 ? ` and ${match.originals.length - 1} more` : ''
    return [
      {
        path: entry.path,
        kind: whole ? 'original' : 'fragment',
        detail: `${match.strength}, ${match.class}: ${best.path}${more} of the work ${slug}`,
      },
    ]
  })
}

/** What holds nothing of its own, or was looked at in another place. */
const harmless =
  /^(?:a symbolic link|a hard link|not a file but|the same text as|version control's own data|a submodule|the source map does not hold its text|its text is null)/

function guardSkipped({ path, reason, fromMap }: SkippedEntry): GuardFinding[] {
  const byName = fromMap === undefined ? guardByRules(path, null) : []
  if (harmless.test(reason)) return byName
  return [...byName, { path, kind: 'not-read', detail: `not looked into: ${reason}` }]
}

function guardMapAsSource(path: string, held: number): GuardFinding[] {
  const name = basename(path)
  const sources: GuardFinding = {
    path: name,
    kind: 'embedded-sources',
    detail: `holds the text of ${held === 1 ? '1 source' : `${held} sources`}`,
  }
  return [...guardByRules(name, null), ...(held > 0 ? [sources] : [])]
}

/** A packed `.git` holds thousands of files, and is one finding; a damaged map is met twice, by name and by content. */
function oncePerPlace(findings: readonly GuardFinding[]): GuardFinding[] {
  const seen = new Set<string>()
  return findings.flatMap((finding) => {
    const { kind } = finding
    if (kind === 'original' || kind === 'fragment') return [finding]
    const repository = /^(?:.*?[/!])?\.(?:git|hg|svn)(?=[/!]|$)/.exec(finding.path)?.[0]
    const path = kind === 'version-control' ? (repository ?? finding.path) : finding.path
    const place = `${kind} ${path}`
    return seen.has(place) ? [] : (seen.add(place), [{ ...finding, path }])
  })
}
