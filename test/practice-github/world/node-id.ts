import type { Repository, User } from './repository.ts'

/** GitHub's global ids: a prefix for the type, then the database ids in MessagePack, in URL-safe base64. */
export function repositoryNodeId({ id }: Pick<Repository, 'id'>): string {
  return `R_${pack([0, id])}`
}

export function userNodeId({ id, type }: Pick<User, 'id' | 'type'>): string {
  return `${type === 'User' ? 'U' : 'O'}_${pack([0, id])}`
}

/** `kind`: `B` blob, `T` tree, `C` commit, `TA` tag. */
export function objectNodeId(
  kind: 'B' | 'T' | 'C' | 'TA',
  repository: Pick<Repository, 'id'>,
  sha: string,
): string {
  return `${kind}_${pack([0, repository.id, sha])}`
}

export function refNodeId(repository: Pick<Repository, 'id'>, name: string): string {
  return `REF_${pack([0, repository.id, name])}`
}

export function licenseNodeId(key: string): string {
  return `L_${pack([0, key])}`
}

/** The database id in a repository's global id; `undefined` for any other text. */
export function repositoryIdOf(nodeId: string): number | undefined {
  if (!nodeId.startsWith('R_')) return undefined
  const bytes = Buffer.from(nodeId.slice(2), 'base64url')
  return bytes.length === 7 && bytes[0] === 0x92 && bytes[2] === 0xce ? bytes.readUInt32BE(3) : undefined
}

function pack(values: (number | string)[]): string {
  const parts = [Buffer.from([0x90 + values.length])]
  for (const value of values) {
    if (typeof value === 'string') {
      const text = Buffer.from(value)
      parts.push(Buffer.from([0xd9, Math.min(text.length, 255)]), text.subarray(0, 255))
    } else if (value < 128) parts.push(Buffer.from([value]))
    else {
      const bytes = Buffer.alloc(5, 0xce)
      bytes.writeUInt32BE(value, 1)
      parts.push(bytes)
    }
  }
  return Buffer.concat(parts).toString('base64url')
}
