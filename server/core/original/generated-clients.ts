/** Whoever generates the client of an API writes the whole package, its run-time too, and says so in most files. */
const CLIENT =
  /\b(?:OpenAPI|Swagger|API (?:spec|definition|schema|description)|Stainless|Speakeasy|Fern|Kiota|AutoRest|APIMatic|liblab)\b/i
const CODE = /\.(?:[cm]?[jt]sx?|py|go|java|kt|cs|rb|php|swift|rs|dart)$/
/** Fewer files say little about the folder they lie in. */
const FEWEST = 8
const MOST = 0.5

/**
 * Files that do not say that they are generated, but lie among those of a generated client: two clients of one
 * generator share them, and neither owner wrote them.
 * @param files each with why it is excluded, null where it is claimed so far
 * @returns why they are excluded, by path
 */
export function restOfClients(
  files: readonly { path: string; excluded: string | null }[],
): Map<string, string> {
  const folders = new Map<string, { clients: number; files: number; below: Set<string> }>()
  for (const { path, excluded } of files) {
    if (!CODE.test(path)) continue
    const isClients = excluded !== null && CLIENT.test(excluded)
    for (const { folder, child } of foldersOf(path)) {
      const counts = folders.get(folder) ?? { clients: 0, files: 0, below: new Set<string>() }
      folders.set(folder, counts)
      counts.files++
      if (!isClients) continue
      counts.clients++
      counts.below.add(child)
    }
  }
  const rest = new Map<string, string>()
  for (const { path, excluded } of files) {
    if (excluded !== null || !CODE.test(path)) continue
    for (const { folder } of foldersOf(path)) {
      const { clients, files: all, below } = folders.get(folder)!
      // A folder with one folder in it that holds them all is not where the client begins.
      if (clients < FEWEST || clients < all * MOST || below.size < 2) continue
      const place = folder === '' ? 'the work' : `${folder}/`
      rest.set(path, `${clients} of ${all} files of ${place} say that they are parts of a generated client`)
      break
    }
  }
  return rest
}

/** From the file's own folder up to the root, each with what leads from it to the file. */
function* foldersOf(path: string): Generator<{ folder: string; child: string }> {
  const steps = path.split('/')
  for (let depth = steps.length - 1; depth >= 0; depth--)
    yield { folder: steps.slice(0, depth).join('/'), child: steps[depth]! }
}
