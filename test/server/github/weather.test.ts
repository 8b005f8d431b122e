import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../server/core/answer.ts'
import type { GitHub } from '../../../server/github/create-github.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import type { RepositoryDefinition } from '../../practice-github/world/definition.ts'
import { collect, inRepository, openPractice, valueOf } from './open-practice.ts'

const forks = Array.from({ length: 24 }, (_, index): RepositoryDefinition => ({
  owner: `user-${index}`,
  name: 'sdk',
  forkOf: index % 5 === 4 ? `user-${index - 1}/sdk` : 'acme/sdk',
  ...(index % 3 === 0
    ? {
        files: {
          [`own/${index}.ts`]: `export const own = ${index}\n`,
          'own/data.bin': Buffer.from([0, index]),
        },
      }
    : {}),
}))
const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: { 'a.ts': 'export const alpha = 1\n', 'b.ts': 'export const beta = 2\n' },
    },
    ...forks,
  ],
})

/** Asks again what could not be told, as a scan does that is resumed. */
async function told<T>(ask: () => Promise<Answer<T>>): Promise<T> {
  let answer = await ask()
  for (let again = 0; again < 3 && answer.outcome === 'could-not-tell'; again++) answer = await ask()
  return valueOf(answer)
}

/** The content of every file of every fork: what a scan of the network would see. */
async function lookAtAll(github: GitHub): Promise<Record<string, Record<string, string>>> {
  const seen: Record<string, Record<string, string>> = {}
  for (const page of await collect(github.listForks({ owner: 'acme', name: 'sdk' }))) {
    for (const { repository, heads } of valueOf(page).forks) {
      const [head] = valueOf(heads).heads
      const { entries } = await told(() => github.readTree(repository, head!.tree))
      const files: Record<string, string> = {}
      for (const entry of entries) {
        const bytes = await told(async () =>
          (await github.readBlobs(inRepository(repository, [entry]))).get(entry.blob)!,
        )
        files[entry.path] = Buffer.from(bytes).toString('base64')
      }
      seen[repository.owner] = files
    }
  }
  return seen
}

describe('bad weather', () => {
  it('changes nothing of what is found, only how long it takes', async () => {
    const fair = await openPractice({ world })
    const expected = await lookAtAll(fair.github)
    await fair.close()
    expect(Object.keys(expected)).toHaveLength(24)
    const foul = await openPractice(
      {
        world,
        weather: {
          seed: 11,
          badGateway: 0.06,
          reset: 0.05,
          truncated: 0.06,
          serverError: 0.06,
          secondary: 0.02,
        },
        limits: { core: 60, graphql: 30, graphqlNodesInTime: 400 },
      },
      { patience: 24 * 3_600_000 },
    )
    expect(await lookAtAll(foul.github)).toEqual(expected)
    // The weather was there, and no request went out against a limit that was known.
    const statuses = new Set(foul.practice.requests.map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining([0, 200, 403, 500, 502]))
    expect(foul.practice.violations).toEqual([])
    await foul.close()
  })

  it.each(['bad-gateway', 'reset', 'truncated', 'server-error', 'secondary'] as const)(
    'without end (%s) is could-not-tell everywhere, and never an empty answer',
    async (kind) => {
      const { github, practice, close } = await openPractice({ world })
      const sdk = { owner: 'acme', name: 'sdk' }
      const { heads } = valueOf(await github.listHeads(sdk))
      const { entries } = valueOf(await github.readTree(sdk, heads[0]!.tree))
      practice.plan({ kind, times: 100_000 })
      const answers = [
        await github.getRepository(sdk),
        await github.searchCode({ query: 'alpha' }),
        await github.listHeads(sdk),
        await github.readTree(sdk, heads[0]!.tree),
        await github.firstCommitWith(sdk, { path: 'a.ts', from: 'main' }),
        ...(await github.readBlobs(inRepository(sdk, entries))).values(),
        ...(await collect(github.listForks(sdk))),
        ...(await github.checkRepositories([{ ...sdk, id: 1, nodeId: null }])).values(),
      ]
      expect(answers.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 9 }, () => 'could-not-tell'))
      await close()
    },
  )
})
