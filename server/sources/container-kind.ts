export type ContainerKind = 'tar' | 'zip' | 'map' | 'unsupported'

/** What a file holds by its name: members to be opened, or nothing (null). */
export function containerKind(path: string): ContainerKind | null {
  const name = path.toLowerCase()
  if (/\.(tar|tgz|tar\.gz)$/.test(name)) return 'tar'
  // Editor extensions, Java archives, Python wheels and NuGet packages are zip files.
  if (/\.(zip|vsix|jar|whl|nupkg)$/.test(name)) return 'zip'
  if (name.endsWith('.map')) return 'map'
  if (/\.(tar\.(bz2|xz|zst|lz4?)|tbz2?|txz|7z|rar|bz2|xz|zst)$/.test(name)) return 'unsupported'
  return null
}

export function isArchive(kind: ContainerKind | null): kind is 'tar' | 'zip' {
  return kind === 'tar' || kind === 'zip'
}
