import { createHash } from 'node:crypto'

export type TreeMode = '100644' | '100755' | '120000' | '160000' | '040000'

export interface TreeEntry {
  name: string
  mode: TreeMode
  sha: string
}

export interface Person {
  name: string
  email: string
  /** Whole seconds, as git keeps them. */
  at: Date
}

export interface Blob {
  type: 'blob'
  data: Buffer
}
export interface Tree {
  type: 'tree'
  entries: TreeEntry[]
}
export interface Commit {
  type: 'commit'
  tree: string
  parents: string[]
  author: Person
  committer: Person
  message: string
}
export interface Tag {
  type: 'tag'
  object: string
  name: string
  tagger: Person
  message: string
}
export type GitObject = Blob | Tree | Commit | Tag

/** The object's id, as git computes it: SHA-1 over `type length\0body`. */
export function objectId(object: GitObject): string {
  const body = bodyOf(object)
  return createHash('sha1').update(`${object.type} ${body.length}\0`).update(body).digest('hex')
}

function bodyOf(object: GitObject): Buffer {
  switch (object.type) {
    case 'blob':
      return object.data
    case 'tree':
      return treeBody(object.entries)
    case 'commit':
      return Buffer.from(
        [
          `tree ${object.tree}`,
          ...object.parents.map((parent) => `parent ${parent}`),
          `author ${signature(object.author)}`,
          `committer ${signature(object.committer)}`,
          '',
          object.message,
        ].join('\n'),
      )
    case 'tag':
      return Buffer.from(
        [
          `object ${object.object}`,
          'type commit',
          `tag ${object.name}`,
          `tagger ${signature(object.tagger)}`,
          '',
          object.message,
        ].join('\n'),
      )
  }
}

function treeBody(entries: TreeEntry[]): Buffer {
  const parts: Buffer[] = []
  for (const { mode, name, sha } of [...entries].sort(compareEntries)) {
    // git writes a directory's mode without its leading zero
    parts.push(Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex'))
  }
  return Buffer.concat(parts)
}

/** Git's order: bytes of the name, a directory compared as if it ended in a slash. */
export function compareEntries(a: TreeEntry, b: TreeEntry): number {
  return Buffer.compare(Buffer.from(sortName(a)), Buffer.from(sortName(b)))
}

function sortName(entry: TreeEntry): string {
  return entry.mode === '040000' ? `${entry.name}/` : entry.name
}

function signature({ name, email, at }: Person): string {
  return `${name} <${email}> ${Math.floor(at.getTime() / 1000)} +0000`
}
