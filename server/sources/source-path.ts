const longestPath = 1024

/**
 * The path of a map's source, made relative and harmless: `webpack://app/../src/a.ts?3f2a` is `src/a.ts`.
 * Never empty, never absolute, never with `..`, whatever comes in.
 */
export function normaliseSourcePath(root: string, source: string): string {
  const joined = root === '' || isAbsolute(source) ? source : `${root}/${source}`
  // Far more than is kept, and little enough that no name can cost time.
  const bare = joined
    .slice(-8 * longestPath)

    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replaceAll('\\', '/')
    .replace(/^[a-z][a-z0-9+.-]+:\/\/(?:[^/]*\/)?/i, '')
    .replace(/^[a-z][a-z0-9+.-]+:(?=[^/])/i, '')
    .replace(/\?[^/]*$/, '')
  const segments: string[] = []
  for (const raw of bare.split('/')) {
    // A drive letter, also one that hides behind another.
    const segment = raw.replace(/^(?:[A-Za-z]:)+/, '')
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment.slice(0, longestPath))
  }
  return keepEnd(segments).join('/') || 'unnamed'
}

/** Gives each path once: the second `a.ts` becomes `a~2.ts`. */
export class UniquePaths {
  readonly #taken = new Set<string>()
  readonly #next = new Map<string, number>()

  claim(path: string): string {
    let free = path
    let n = this.#next.get(path) ?? 2
    while (this.#taken.has(free)) {
      free = path.replace(/(?:(?<=[^/])\.[^./]*)?$/, (extension) => `~${n}${extension}`)
      n += 1
    }
    this.#next.set(path, n)
    this.#taken.add(free)
    return free
  }
}

function keepEnd(segments: string[]): string[] {
  let length = segments.reduce((sum, segment) => sum + segment.length + 1, 0)
  let first = 0
  while (length > longestPath && first < segments.length - 1) {
    length -= segments[first]!.length + 1
    first += 1
  }
  return segments.slice(first)
}

function isAbsolute(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(source)
}
