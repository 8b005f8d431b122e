/** Whoever generates the client of an API writes the whole package, its run-time too, and says so in many files. */
const CLIENT =
  /\b(?:OpenAPI|Swagger|API (?:spec|definition|schema|description)|Stainless|Speakeasy|Fern|Kiota|AutoRest|APIMatic|liblab)\b/i
const CODE = /\.(?:[cm]?[jt]sx?|py|go|java|kt|cs|rb|php|swift|rs|dart)$/
/** What generators write beside a client, with its installation and its errors explained. */
const PAGE = /(?:^|\/)(?:README|CONTRIBUTING|USAGE|RUNTIMES|FUNCTIONS|api)\.md$/i
/** Where a package begins: what lies beside it is another one. */
const PACKAGE =
  /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|pubspec\.yaml|[^/]+\.(?:csproj|gemspec))$/
/** Fewer files say little about the folder they lie in. */
const FEWEST = 8
/** Of a package that begins where it is said to begin; a folder may hold a client beside a product. */
const SHARE_OF_PACKAGE = 1 / 3
const SHARE_OF_FOLDER = 0.8

interface Folder {
  clients: number
  /** Files of substance: that an empty one does not say what it is means nothing. */
  files: number
  isPackage: boolean
}

/**
 * Files that do not say that they are generated, but lie in a generated client: two clients of one generator share
 * them, and neither owner wrote them.
 * @param files of the whole work, each with why it is excluded, null where it is claimed so far
 * @returns why they are excluded, by path
 */
export function restOfClients(
  files: readonly { path: string; excluded: string | null }[],
): Map<string, string> {
  const folders = countFolders(files)
  const rest = new Map<string, string>()
  for (const { path, excluded } of files) {
    if (excluded !== null || !(CODE.test(path) || PAGE.test(path))) continue
    for (const folder of foldersOf(path)) {
      const { clients, files: all, isPackage } = folders.get(folder)!
      if (clients >= FEWEST && clients >= all * (isPackage ? SHARE_OF_PACKAGE : SHARE_OF_FOLDER)) {
        const place = folder === '' ? 'the work' : `${folder}/`
        rest.set(path, `${clients} of ${all} files of ${place} say that they are parts of a generated client`)
        break
      }
      if (isPackage) break
    }
  }
  return rest
}

function countFolders(files: readonly { path: string; excluded: string | null }[]): Map<string, Folder> {
  const folders = new Map<string, Folder>()
  for (const { path, excluded } of files) {
    const isCode = CODE.test(path)
    const isClients = isCode && excluded !== null && CLIENT.test(excluded)
    const [own] = foldersOf(path)
    for (const folder of foldersOf(path)) {
      const counts = folders.get(folder) ?? { clients: 0, files: 0, isPackage: false }
      folders.set(folder, counts)
      if (isCode && (excluded === null || isClients)) counts.files++
      if (isClients) counts.clients++
      if (folder === own && PACKAGE.test(path.slice(path.lastIndexOf('/') + 1))) counts.isPackage = true
    }
  }
  return folders
}

/** From the file's own folder up to the root. */
function* foldersOf(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end)
    if (end === 0) break
  }
  yield ''
}
