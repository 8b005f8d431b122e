const longestPath = 4096

/**
 * Why the name of an archive's member, or of a file in a git tree, is not to be trusted; null when it is plain.
 * Nothing is ever unpacked to disk, so this guards those who read paths in reports and rebuild trees from them.
 */
export function refuseMemberPath(path: string): string | null {
  if (path === '') return 'its name is empty'
  if (path.length > longestPath) return `its name is longer than ${longestPath} characters`

  if (/[\u0000-\u001f\u007f]/.test(path)) return 'its name holds control characters'
  if (/^[\\/]/.test(path)) return 'its name is an absolute path'
  if (/^[A-Za-z]:/.test(path)) return 'its name begins with a drive letter'
  if (path.split(/[\\/]/).includes('..')) return 'its name leads out of the archive'
  return null
}
