import type { Block, Repository, User } from './repository.ts'
import { fullName } from './repository.ts'

export interface Gist {
  id: string
  owner: User
  files: Record<string, string>
  description: string | null
  block: Block | undefined
  createdAt: number
}

export interface WorldEvent {
  id: number
  type: 'CreateEvent' | 'DeleteEvent' | 'ForkEvent' | 'PublicEvent' | 'PushEvent'
  repository: Repository
  actor: User
  at: number
  ref?: string
  before?: string
  head?: string
  forkee?: Repository
}

const FIRST_REPOSITORY_ID = 700_000_001
const FIRST_USER_ID = 10_000_001

/** Everything there is: who, which repositories, which names led to them before. */
export class World {
  readonly startsAt: number
  readonly gists = new Map<string, Gist>()
  readonly events: WorldEvent[] = []
  /** Goes up with every change: what was sorted or counted before is stale. */
  revision = 0
  readonly #byId = new Map<number, Repository>()
  readonly #byName = new Map<string, Repository>()
  readonly #formerNames = new Map<string, number>()
  readonly #users = new Map<string, User>()
  #nextRepositoryId = FIRST_REPOSITORY_ID
  #nextUserId = FIRST_USER_ID

  readonly #remembered = new Map<string, unknown>()
  #rememberedAt = 0

  constructor(startsAt: number) {
    this.startsAt = startsAt
  }

  get repositories(): Iterable<Repository> {
    return this.#byId.values()
  }

  get users(): Iterable<User> {
    return this.#users.values()
  }

  nextRepositoryId(wanted: number | undefined): number {
    if (wanted !== undefined) {
      if (this.#byId.has(wanted)) throw new Error(`repository id ${wanted} is taken`)
      return wanted
    }
    while (this.#byId.has(this.#nextRepositoryId)) this.#nextRepositoryId++
    return this.#nextRepositoryId++
  }

  /** The user of that name, made on first mention. */
  user(login: string, made: Partial<User> = {}): User {
    const key = login.toLowerCase()
    const existing = this.#users.get(key)
    if (existing !== undefined) return existing
    const user: User = {
      id: this.#nextUserId++,
      login,
      type: 'User',
      name: null,
      createdAt: this.startsAt - 3 * 365 * 86_400_000,
      suspended: false,
      ...made,
    }
    this.#users.set(key, user)
    return user
  }

  existingUser(login: string): User | undefined {
    return this.#users.get(login.toLowerCase())
  }

  byId(id: number): Repository | undefined {
    return this.#byId.get(id)
  }

  byName(owner: string, name: string): Repository | undefined {
    return this.#byName.get(`${owner}/${name}`.toLowerCase())
  }

  /** What a former name leads to, as long as nobody took it. */
  byFormerName(owner: string, name: string): Repository | undefined {
    const id = this.#formerNames.get(`${owner}/${name}`.toLowerCase())
    return id === undefined ? undefined : this.#byId.get(id)
  }

  /** For stories: the repository must be there. */
  must(name: string): Repository {
    const [owner = '', repository = ''] = name.split('/')
    const found = this.byName(owner, repository)
    if (found === undefined) throw new Error(`there is no repository ${name} in this world`)
    return found
  }

  add(repository: Repository): void {
    const key = fullName(repository).toLowerCase()
    if (this.#byName.has(key)) throw new Error(`${fullName(repository)} exists already`)
    this.#byId.set(repository.id, repository)
    this.#byName.set(key, repository)
    this.#formerNames.delete(key)
    this.revision++
  }

  remove(repository: Repository): void {
    this.#byId.delete(repository.id)
    this.#byName.delete(fullName(repository).toLowerCase())
    this.revision++
  }

  rename(repository: Repository, owner: User, name: string): void {
    const before = fullName(repository).toLowerCase()
    const after = `${owner.login}/${name}`.toLowerCase()
    if (before !== after && this.#byName.has(after)) throw new Error(`${owner.login}/${name} exists already`)
    this.#byName.delete(before)
    repository.owner = owner
    repository.name = name
    this.#byName.set(after, repository)
    this.#formerNames.set(before, repository.id)
    this.#formerNames.delete(after)
    this.revision++
  }

  /** Keeps what is costly to make (a sorted list of 50,000 forks) until the world changes. */
  remember<T>(key: string, make: () => T): T {
    if (this.#rememberedAt !== this.revision) {
      this.#remembered.clear()
      this.#rememberedAt = this.revision
    }
    if (!this.#remembered.has(key)) this.#remembered.set(key, make())
    return this.#remembered.get(key) as T
  }

  record(event: Omit<WorldEvent, 'id'>): void {
    this.events.push({ id: 40_000_000_000 + this.events.length, ...event })
  }
}
