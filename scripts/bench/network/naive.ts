import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'

export interface NaiveRun {
  requests: number
  seconds: number
  judged: number
  /** Repositories in which a file of the work stands byte for byte on the default branch. */
  found: string[]
}

interface ListedFork {
  full_name: string
  default_branch: string
  forks_count: number
}

const AT_ONCE = 8

/**
 * What everybody writes first: list the forks page by page, ask for one tree of each, look for files with the ids of
 * the work's. As many requests beside each other as Clawback has, no limits kept.
 */
export async function scanNaively(
  apiUrl: string,
  root: string,
  work: Readonly<Record<string, string>>,
): Promise<NaiveRun> {
  const wanted = new Set(Object.values(work).map(blobId))
  const started = performance.now()
  const found: string[] = []
  let requests = 0
  let judged = 0

  async function get(path: string): Promise<unknown> {
    requests++
    const response = await fetch(`${apiUrl}${path}`, {
      headers: { authorization: 'token naive', 'user-agent': 'naive' },
    })
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`)
    return await response.json()
  }

  async function judge({ full_name: name, default_branch: branch }: ListedFork): Promise<void> {
    const { tree } = (await get(`/repos/${name}/git/trees/${branch}?recursive=1`)) as {
      tree: { sha: string }[]
    }
    judged++
    if (tree.some(({ sha }) => wanted.has(sha))) found.push(name)
  }

  const open = [root]
  while (open.length > 0) {
    const parent = open.pop()!
    for (let page = 1; ; page++) {
      const forks = (await get(
        `/repos/${parent}/forks?sort=oldest&per_page=100&page=${page}`,
      )) as ListedFork[]
      open.push(...forks.filter((fork) => fork.forks_count > 0).map((fork) => fork.full_name))
      const queue = forks[Symbol.iterator]()
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (const fork of queue) await judge(fork)
        }),
      )
      if (forks.length < 100) break
    }
  }
  return { requests, seconds: (performance.now() - started) / 1000, judged, found }
}

function blobId(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
