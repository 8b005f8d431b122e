import { objectId } from './objects.ts'
import type { Blob, Commit, GitObject, Tag, Tree } from './objects.ts'

/**
 * The objects of one fork network. All repositories of a network share one store, as on GitHub, so that an
 * object resolves through every one of them, whether or not their own refs reach it.
 */
export class ObjectStore {
  readonly #objects: Map<string, GitObject>

  constructor(objects: Iterable<[string, GitObject]> = []) {
    this.#objects = new Map(objects)
  }

  add(object: GitObject): string {
    const id = objectId(object)
    if (!this.#objects.has(id)) this.#objects.set(id, object)
    return id
  }

  get(id: string): GitObject | undefined {
    return this.#objects.get(id)
  }

  blob(id: string): Blob {
    return this.#typed(id, 'blob')
  }

  tree(id: string): Tree {
    return this.#typed(id, 'tree')
  }

  commit(id: string): Commit {
    return this.#typed(id, 'commit')
  }

  /** The commit that a commit or an annotated tag stands for. */
  peel(id: string): string {
    const object = this.#objects.get(id)
    return object?.type === 'tag' ? this.peel(object.object) : id
  }

  /** Ids that start with `prefix`: git's short names. */
  startingWith(prefix: string): string[] {
    return [...this.#objects.keys()].filter((id) => id.startsWith(prefix))
  }

  /** A store of its own with the same objects: what a network that splits keeps. */
  split(): ObjectStore {
    return new ObjectStore(this.#objects)
  }

  get size(): number {
    return this.#objects.size
  }

  #typed<T extends GitObject['type']>(id: string, type: T): Extract<GitObject, { type: T }> {
    const object = this.#objects.get(id)
    if (object?.type !== type) throw new Error(`${id} is ${object?.type ?? 'not here'}, not a ${type}`)
    return object as Extract<Blob | Tree | Commit | Tag, { type: T }>
  }
}
