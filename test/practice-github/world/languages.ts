import type { ObjectStore } from '../git/object-store.ts'
import { walkTree } from '../git/trees.ts'

/** The extensions that our worlds hold; GitHub's linguist knows some hundreds more. */
const LANGUAGES: Record<string, string> = {
  c: 'C',
  cpp: 'C++',
  cs: 'C#',
  css: 'CSS',
  go: 'Go',
  html: 'HTML',
  java: 'Java',
  js: 'JavaScript',
  cjs: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
  kt: 'Kotlin',
  php: 'PHP',
  py: 'Python',
  rb: 'Ruby',
  rs: 'Rust',
  sh: 'Shell',
  swift: 'Swift',
  ts: 'TypeScript',
  mts: 'TypeScript',
  tsx: 'TypeScript',
}

/** Data and prose have a language to search by and no share in a repository's language. */
const PROSE: Record<string, string> = {
  json: 'JSON',
  md: 'Markdown',
  yaml: 'YAML',
  yml: 'YAML',
  txt: 'Text',
  xml: 'XML',
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

export function languageOf(path: string): string | null {
  const extension = extensionOf(path)
  return LANGUAGES[extension] ?? PROSE[extension] ?? null
}

export interface TreeFacts {
  language: string | null
  bytes: number
  files: number
}

/** What a repository shows of its default branch. Trees never change, so facts are kept by tree for each network. */
export function treeFacts(objects: ObjectStore, tree: string | undefined): TreeFacts {
  if (tree === undefined) return { language: null, bytes: 0, files: 0 }
  const known = kept.get(objects) ?? new Map<string, TreeFacts>()
  kept.set(objects, known)
  const facts = known.get(tree) ?? count(objects, tree)
  known.set(tree, facts)
  return facts
}

const kept = new WeakMap<ObjectStore, Map<string, TreeFacts>>()

function count(objects: ObjectStore, tree: string): TreeFacts {
  const bytesOf = new Map<string, number>()
  let bytes = 0
  let files = 0
  for (const { path, mode, sha } of walkTree(objects, tree)) {
    if (mode === '040000' || mode === '160000') continue
    const size = objects.blob(sha).data.length
    bytes += size
    files++
    const language = LANGUAGES[extensionOf(path)]
    if (language !== undefined) bytesOf.set(language, (bytesOf.get(language) ?? 0) + size)
  }
  const [most] = [...bytesOf].sort((a, b) => b[1] - a[1])
  return { language: most?.[0] ?? null, bytes, files }
}
