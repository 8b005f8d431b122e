import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import type { RepositoryDefinition } from './world/definition.ts'
import { defineWorld } from './world/definition.ts'

const LINE = 'export const frobnicate = (turbine) => turbine.spin("left");\n'
const limits = { codeSearch: 10_000 }

const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      stars: 3,
      files: {
        'src/turbine.ts': LINE,
        'src/deep/turbine.js': LINE.toUpperCase(),
        'docs/turbine.md': 'the turbine spins\n',
        'big.ts': LINE + '/'.repeat(384 * 1024),
        'binary.bin': Buffer.from(`\0${LINE}`),
      },
      branches: { dev: { files: { 'src/only-dev.ts': 'const secretPhrase = 1\n' } } },
    },
    { owner: 'bob', name: 'plain-fork', forkOf: 'acme/sdk' },
    {
      owner: 'eve',
      name: 'starred-fork',
      forkOf: 'acme/sdk',
      stars: 9,
      files: { 'own.ts': 'const ownWork = 1\n' },
    },
    {
      owner: 'low',
      name: 'unstarred-fork',
      forkOf: 'acme/sdk',
      stars: 3,
      files: { 'own.ts': 'const ownWork = 1\n' },
    },
    { owner: 'ida', name: 'starred-untouched', forkOf: 'acme/sdk', stars: 9 },
    { owner: 'old', name: 'archive', archived: true, files: { 'a.ts': LINE } },
    { owner: 'lost', name: 'forgotten', notIndexed: true, files: { 'a.ts': LINE } },
    { owner: 'hid', name: 'private', private: true, files: { 'a.ts': LINE } },
    { owner: 'gone', name: 'disabled', block: { reason: 'dmca' }, files: { 'a.ts': LINE } },
  ],
})

async function found(query: string, headers: Record<string, string> = {}): Promise<string[]> {
  let items: { repository: { full_name: string }; path: string }[] = []
  await withPracticeGitHub({ world, limits }, async (github) => {
    const { status, body } = await ask(github, `/search/code?q=${encodeURIComponent(query)}`, headers)
    expect(status).toBe(200)
    items = (body as { items: typeof items }).items
  })
  return items.map(({ repository, path }) => `${repository.full_name}/${path}`).sort()
}

async function refused(query: string): Promise<{ status: number; message: string }> {
  let answer = { status: 0, message: '' }
  await withPracticeGitHub({ world, limits }, async (github) => {
    const { status, body } = await ask(github, `/search/code?q=${encodeURIComponent(query)}`)
    answer = { status, message: JSON.stringify(body) }
  })
  return answer
}

describe('legacy code search', () => {
  it('finds words on default branches of live public repositories, whatever their case and punctuation', async () => {
    const files = ['acme/sdk/src/deep/turbine.js', 'acme/sdk/src/turbine.ts']
    expect(await found('frobnicate')).toEqual(files)
    expect(await found('FROBNICATE turbine')).toEqual(files)
    expect(await found('"frobnicate = (turbine) => turbine.spin"')).toEqual(files)
    expect(await found('"frobnicate turbine turbine spin"')).toEqual(files)
  })

  it('takes whole words only, and a phrase in its order', async () => {
    expect(await found('frobnic')).toEqual([])
    expect(await found('"turbine frobnicate"')).toEqual([])
  })

  it('sees neither other branches, nor big or binary files, nor archived, forgotten, private and disabled repositories', async () => {
    expect(await found('secretPhrase')).toEqual([])
    expect(
      (await found('frobnicate')).some((path) => /big|binary|archive|forgotten|private|disabled/.test(path)),
    ).toBe(false)
  })

  it('sees a fork only with more stars than its parent, a push of its own, and fork: in the query', async () => {
    expect(await found('ownWork')).toEqual([])
    expect(await found('ownWork fork:true')).toEqual(['eve/starred-fork/own.ts'])
    expect((await found('frobnicate fork:only')).every((path) => path.startsWith('eve/starred-fork/'))).toBe(
      true,
    )
  })

  it.each([
    ['turbine extension:md', ['acme/sdk/docs/turbine.md']],
    ['turbine -extension:md path:src/deep', ['acme/sdk/src/deep/turbine.js']],
    ['turbine path:docs', ['acme/sdk/docs/turbine.md']],
    ['turbine path:/', []],
    ['turbine language:TypeScript', ['acme/sdk/src/turbine.ts']],
    ['turbine size:<30', ['acme/sdk/docs/turbine.md']],
    ['turbine size:30..300 extension:ts', ['acme/sdk/src/turbine.ts']],
    ['filename:turbine.md', ['acme/sdk/docs/turbine.md']],
    ['turbine in:path extension:js', ['acme/sdk/src/deep/turbine.js']],
    ['only in:path', []],
    ['spins OR secretPhrase', ['acme/sdk/docs/turbine.md']],
    ['turbine NOT frobnicate', ['acme/sdk/docs/turbine.md']],
    ['turbine repo:acme/sdk user:acme extension:md', ['acme/sdk/docs/turbine.md']],
    ['turbine -user:acme', []],
    ['turbine path:src/**', []],
    ['turbine symbol:frobnicate', []],
  ])('reads %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it('refuses a bare qualifier, too many operators, long queries, booleans in parentheses, unknown places', async () => {
    expect((await refused('language:go')).status).toBe(422)
    expect((await refused('a OR b OR c OR d OR e OR f OR g')).message).toMatch(/More than five/)
    expect((await refused('x'.repeat(257))).message).toMatch(/256/)
    expect((await refused('(a OR b) turbine')).message).toMatch(/ERROR_TYPE_QUERY_PARSING_FATAL/)
    expect((await refused('turbine repo:nobody/nothing')).message).toMatch(/cannot be searched/)
  })

  it('does not count qualifiers and operators into the 256 characters', async () => {
    const query = `${'frobnicate '.repeat(20)} repo:acme/sdk user:acme language:TypeScript extension:ts`
    expect(query.length).toBeGreaterThan(256)
    expect(await found(query)).toEqual(['acme/sdk/src/turbine.ts'])
  })

  it('needs a token', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const response = await fetch(`${github.url}/search/code?q=turbine`)
      expect(response.status).toBe(401)
      expect((await response.json()) as unknown).toMatchObject({ message: 'Requires authentication' })
    })
  })

  it('gives blob ids as sha, and fragments with places when asked', async () => {
    await withPracticeGitHub({ world, limits }, async (github) => {
      const path = `/search/code?q=${encodeURIComponent('spins repo:acme/sdk')}`
      const plain = (await ask(github, path)).body as { items: { sha: string; git_url: string }[] }
      const blob = await ask(github, new URL(plain.items[0]!.git_url).pathname)
      expect(blob).toMatchObject({ status: 200, body: { sha: plain.items[0]!.sha } })
      expect(plain.items[0]).not.toHaveProperty('text_matches')
      const { body } = await ask(github, path, { accept: 'application/vnd.github.text-match+json' })
      const [match] = (
        body as {
          items: {
            text_matches: { fragment: string; matches: { text: string; indices: [number, number] }[] }[]
          }[]
        }
      ).items[0]!.text_matches
      const { text, indices } = match!.matches[0]!
      expect(match!.fragment.slice(...indices)).toBe(text)
    })
  })

  it('counts all and shows the first 1,000, a hundred at a time', async () => {
    const many: RepositoryDefinition[] = Array.from({ length: 11 }, (_, repository) => ({
      owner: `many-${repository}`,
      name: 'copies',
      files: Object.fromEntries(
        Array.from({ length: 100 }, (_, file) => [`f${file}.ts`, `frobnicate ${file}\n`]),
      ),
    }))
    await withPracticeGitHub({ world: defineWorld({ repositories: many }), limits }, async (github) => {
      const last = await ask(github, '/search/code?q=frobnicate&per_page=100&page=10')
      expect(last.body).toMatchObject({ total_count: 1100, incomplete_results: false })
      expect((last.body as { items: unknown[] }).items).toHaveLength(100)
      expect(last.headers.get('link')).not.toMatch(/rel="next"/)
      const beyond = await ask(github, '/search/code?q=frobnicate&per_page=100&page=11')
      expect(beyond).toMatchObject({
        status: 422,
        body: { message: 'Only the first 1000 search results are available' },
      })
      const greedy = await ask(github, '/search/code?q=frobnicate&per_page=1000')
      expect((greedy.body as { items: unknown[] }).items).toHaveLength(100)
    })
  })

  it('says so when it ran out of time, and then holds less', async () => {
    await withPracticeGitHub({ world, limits }, async (github) => {
      github.plan({ kind: 'incomplete' })
      const short = await ask(github, '/search/code?q=frobnicate')
      expect(short.body).toMatchObject({ incomplete_results: true, total_count: 1 })
      expect((await ask(github, '/search/code?q=frobnicate')).body).toMatchObject({
        incomplete_results: false,
        total_count: 2,
      })
    })
  })

  it('may give a short page without a word', async () => {
    await withPracticeGitHub({ world, limits }, async (github) => {
      github.plan({ kind: 'short-page' })
      const { body } = await ask(github, '/search/code?q=frobnicate')
      expect(body).toMatchObject({ incomplete_results: false, total_count: 2 })
      expect((body as { items: unknown[] }).items).toHaveLength(1)
    })
  })
})

describe('commit search', () => {
  it('finds a detached copy by its root tree, and never a fork', async () => {
    const files = { 'a.ts': 'one\n' }
    const copies = defineWorld({
      repositories: [
        { owner: 'acme', name: 'a', files },
        { owner: 'copy', name: 'b', files, message: 'Stolen' },
        { owner: 'fork', name: 'a', forkOf: 'acme/a' },
      ],
    })
    await withPracticeGitHub({ world: copies }, async (github) => {
      const { body } = await ask(github, '/repos/acme/a/git/trees/main')
      const { sha } = body as { sha: string }
      const hits = (await ask(github, `/search/commits?q=tree:${sha}`)).body as {
        items: { repository: { full_name: string } }[]
      }
      expect(hits.items.map(({ repository }) => repository.full_name)).toEqual(['acme/a', 'copy/b'])
    })
  })
})
