import { createHash } from 'node:crypto'

const strongestFirst = ['sha512', 'sha384', 'sha256']

/**
 * Whether the bytes are what a registry says they are. Of several hashes the strongest kind decides (Subresource
 * Integrity, W3C); SHA-1 counts only where there is no other, as in packages from before npm 5. No hash is no.
 */
export function hasIntegrity(
  bytes: Buffer,
  { integrity, shasum }: { integrity?: string | undefined; shasum?: string | undefined },
): boolean {
  const hashes = integrity?.split(/\s+/).map((hash) => hash.split('?')[0]!) ?? []
  for (const algorithm of strongestFirst) {
    const wanted = hashes.filter((hash) => hash.startsWith(`${algorithm}-`))
    if (wanted.length > 0) {
      return wanted.includes(`${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`)
    }
  }
  const sha1 = createHash('sha1').update(bytes)
  return shasum === undefined
    ? hashes.includes(`sha1-${sha1.digest('base64')}`)
    : shasum === sha1.digest('hex')
}
