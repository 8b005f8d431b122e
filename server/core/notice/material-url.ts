/** `https://github.com/OWNER/NAME`. A name that ends in a dot gets a slash: readers drop a final dot as punctuation. */
export function repositoryUrl(repository: { owner: string; name: string }): string {
  const url = `https://github.com/${repository.owner}/${repository.name}`
  return url.endsWith('.') ? `${url}/` : url
}

/** The file at a branch or tag, as GitHub's form wants it: `https://github.com/OWNER/NAME/blob/REF/PATH`. */
export function materialUrl(
  repository: { owner: string; name: string },
  file: { ref: string; path: string },
): string {
  const base = `https://github.com/${repository.owner}/${repository.name}`
  return `${base}/blob/${encodePath(shortRef(file.ref))}/${encodePath(file.path)}`
}

/** `refs/heads/main` → `main`; `refs/tags/v1` → `v1`; a commit or a short name stays. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '')
}

/**
 * A path with everything encoded that is not plainly part of a URL, so that it survives mail programs, Markdown and
 * link finders: beyond `encodeURIComponent` also `!'()*~_` at risk of being read as punctuation or emphasis, and a
 * final dot.
 */
export function encodePath(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*~]/g, percentEncode))
    .join('/')
  return encoded.replace(/[._-]$/, percentEncode)
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** GitHub's own alphabet for accounts and repositories; everything else could not be a URL of one. */
export function isRepositoryName(repository: { owner: string; name: string }): boolean {
  return (
    /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(repository.owner) &&
    /^[A-Za-z0-9._-]{1,100}$/.test(repository.name) &&
    !/^\.{1,2}$/.test(repository.name) &&
    !/\.git$/i.test(repository.name)
  )
}
