import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { startPracticeGitHub } from './start.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: {
        'src/a.ts': 'one\n',
        'logo.png': Buffer.from([137, 80, 0, 1]),
        run: { content: '#!/bin/sh\n', executable: true },
      },
      license: 'MIT',
      tags: { v1: { annotation: 'first' } },
    },
    ...['ann', 'bob', 'cat', 'dan', 'eve'].map((owner) => ({ owner, name: 'sdk', forkOf: 'acme/sdk' })),
    { owner: 'kim', name: 'sdk', forkOf: 'eve/sdk' },
    { owner: 'zoe', name: 'empty' },
  ],
})

const FORKS = `query($n: Int!, $cursor: String, $direction: OrderDirection = ASC) {
  repository(owner: "acme", name: "sdk") {
    forks(first: $n, after: $cursor, orderBy: { field: CREATED_AT, direction: $direction }) {
      totalCount pageInfo { hasNextPage endCursor } nodes { nameWithOwner databaseId } } } }`

interface ForksPage {
  data: {
    repository: {
      forks: {
        totalCount: number
        pageInfo: { hasNextPage: boolean; endCursor: string }
        nodes: { nameWithOwner: string }[]
      }
    }
  }
}

describe('GraphQL', () => {
  it('pages by cursor: what appears or goes meanwhile shifts nothing', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { body } = await askGraphql(github, FORKS, { n: 2, cursor })
        const { nodes, pageInfo } = (body as ForksPage).data.repository.forks
        seen.push(...nodes.map(({ nameWithOwner }) => nameWithOwner))
        if (seen.length === 2) {
          github.world.delete('bob/sdk')
          github.world.fork('acme/sdk', 'new/sdk')
        }
        cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
      } while (cursor !== null)
      expect(seen).toEqual(['ann/sdk', 'bob/sdk', 'cat/sdk', 'dan/sdk', 'eve/sdk', 'new/sdk'])
      const newest = (await askGraphql(github, FORKS, { n: 1, direction: 'DESC' })).body as ForksPage
      expect(newest.data.repository.forks.nodes).toMatchObject([{ nameWithOwner: 'new/sdk' }])
      expect((await askGraphql(github, FORKS, { n: 1, cursor: 'bm9uc2Vuc2U=' })).body).toMatchObject({
        errors: [{ type: 'INVALID_CURSOR_ARGUMENTS' }],
      })
    })
  })

  it('gives objects by id and by expression, from the whole network', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      github.world.push('eve/sdk', { files: { 'leak.ts': 'secret\n' } })
      const { body } = await ask(github, '/repos/eve/sdk/git/trees/main')
      const { sha } = (body as { tree: { path: string; sha: string }[] }).tree.find(
        ({ path }) => path === 'leak.ts',
      )!
      const query = `query($oid: GitObjectID!) { repository(owner: "ann", name: "sdk") {
        shared: object(oid: $oid) { oid ... on Blob { text byteSize isBinary isTruncated } }
        own: object(expression: "main:leak.ts") { oid }
        binary: object(expression: "HEAD:logo.png") { ... on Blob { text isBinary } }
        root: object(expression: "main:") { ... on Tree { entries { name type mode oid object { ... on Tree { entries { path } } } } } }
        tag: ref(qualifiedName: "refs/tags/v1") { target { __typename ... on Tag { target { __typename oid } } } }
        licenseInfo { spdxId } defaultBranchRef { name } isEmpty
      } }`
      expect((await askGraphql(github, query, { oid: sha })).body).toMatchObject({
        data: {
          repository: {
            shared: { oid: sha, text: 'secret\n', byteSize: 7, isBinary: false, isTruncated: false },
            own: null,
            binary: { text: null, isBinary: true },
            root: {
              entries: [
                { name: 'logo.png' },
                { name: 'run', mode: 0o100755 },
                { name: 'src', type: 'tree', mode: 0o40000 },
              ],
            },
            tag: { target: { __typename: 'Tag', target: { __typename: 'Commit' } } },
            licenseInfo: { spdxId: 'MIT' },
            defaultBranchRef: { name: 'main' },
            isEmpty: false,
          },
        },
      })
    })
  })

  it('answers in part: what is gone is null beside an error that names its place', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const id = async (name: string) => {
        const [owner, repository] = name.split('/')
        const { body } = await askGraphql(
          github,
          `{ repository(owner: "${owner}", name: "${repository}") { id } }`,
        )
        return (body as { data: { repository: { id: string } } }).data.repository.id
      }
      const ids = [await id('ann/sdk'), await id('bob/sdk'), await id('cat/sdk')]
      github.world.delete('bob/sdk')
      github.world.disable('cat/sdk', 'https://github.com/github/dmca/blob/master/2026/06/x.md')
      const nodes =
        'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Repository { nameWithOwner isDisabled } } }'
      expect((await askGraphql(github, nodes, { ids })).body).toMatchObject({
        data: { nodes: [{ nameWithOwner: 'ann/sdk', isDisabled: false }, null, { isDisabled: true }] },
        errors: [{ type: 'NOT_FOUND', path: ['nodes', 1] }],
      })
      expect(
        (
          await askGraphql(
            github,
            '{ a: repository(owner: "no", name: "where") { id } b: repository(owner: "ann", name: "sdk") { name } }',
          )
        ).body,
      ).toMatchObject({
        data: { a: null, b: { name: 'sdk' } },
        errors: [
          {
            type: 'NOT_FOUND',
            path: ['a'],
            message: "Could not resolve to a Repository with the name 'no/where'.",
          },
        ],
      })
      expect(
        (await askGraphql(github, nodes, { ids: Array.from({ length: 101 }, () => ids[0]) })).body,
      ).toMatchObject({
        errors: [{ type: 'ARGUMENT_LIMIT' }],
      })
    })
  })

  it('can hide disabled repositories, because nobody knows what the real one does', async () => {
    await withPracticeGitHub({ world, limits: { graphqlDisabled: 'null' } }, async (github) => {
      github.world.disable('ann/sdk', 'https://github.com/github/dmca/blob/master/2026/06/x.md')
      expect(
        (await askGraphql(github, '{ repository(owner: "ann", name: "sdk") { id } }')).body,
      ).toMatchObject({
        data: { repository: null },
        errors: [{ type: 'NOT_FOUND' }],
      })
    })
  })

  it('follows a former name unless told not to', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      github.world.rename('ann/sdk', 'anna/kit')
      const query =
        'query($follow: Boolean!) { repository(owner: "ann", name: "sdk", followRenames: $follow) { nameWithOwner } }'
      expect((await askGraphql(github, query, { follow: true })).body).toMatchObject({
        data: { repository: { nameWithOwner: 'anna/kit' } },
      })
      expect((await askGraphql(github, query, { follow: false })).body).toMatchObject({
        data: { repository: null },
      })
    })
  })

  it('charges by connections, as GitHub counts them', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const nested = `{ rateLimit { cost nodeCount } repository(owner: "acme", name: "sdk") {
        forks(first: 100) { nodes { forks(first: 50) { nodes { refs(first: 60, refPrefix: "refs/heads/") { totalCount } } } } } } }`
      // 1 + 100 + 5,000 requests: 51 points; 100 + 5,000 + 300,000 nodes. The example of GitHub's page.
      expect((await askGraphql(github, nested)).body).toMatchObject({
        data: { rateLimit: { cost: 51, nodeCount: 305_100 } },
      })
      expect(github.requests.at(-1)).toMatchObject({ bucket: 'graphql', cost: 51 })
    })
  })

  it.each([
    ['{ repository(owner: "acme", name: "sdk") { forks { totalCount } } }', 'MISSING_PAGINATION_BOUNDARIES'],
    [
      '{ repository(owner: "acme", name: "sdk") { forks(first: 101) { totalCount } } }',
      'EXCESSIVE_PAGINATION',
    ],
    [
      '{ repository(owner: "acme", name: "sdk") { forks(first: 100) { nodes { forks(first: 100) { nodes { forks(first: 100) { totalCount } } } } } } }',
      'MAX_NODE_LIMIT_EXCEEDED',
    ],
  ])('refuses %s', async (query, type) => {
    await withPracticeGitHub({ world }, async (github) => {
      expect(await askGraphql(github, query)).toMatchObject({ status: 200, body: { errors: [{ type }] } })
    })
  })

  it('refuses what is not in the schema, and fails loudly at what is not modelled', async () => {
    const github = await startPracticeGitHub({ world })
    try {
      const unknown = await askGraphql(github, '{ repository(owner: "acme", name: "sdk") { nonsense } }')
      expect(unknown).toMatchObject({
        status: 200,
        body: { errors: [{ message: expect.stringMatching(/nonsense/) as string }] },
      })
      expect(github.violations).toEqual([])
      expect(
        (await askGraphql(github, '{ repository(owner: "acme", name: "sdk") { mirrorUrl } }')).status,
      ).toBe(500)
      expect(github.violations).toMatchObject([
        { kind: 'graphql', message: expect.stringMatching(/Repository.mirrorUrl/) as string },
      ])
    } finally {
      await github.close()
    }
  })

  it('ends in a 502 when a call asks for too much, and charges for it', async () => {
    await withPracticeGitHub({ world, limits: { graphqlRootFields: 3 } }, async (github) => {
      const aliases = Array.from(
        { length: 5 },
        (_, index) => `r${index}: repository(owner: "acme", name: "sdk") { id }`,
      )
      const timedOut = await askGraphql(github, `{ ${aliases.join(' ')} }`)
      expect(timedOut.status).toBe(502)
      expect(JSON.stringify(timedOut.body)).toMatch(/couldn't respond to your request in time/)
      expect(Number(timedOut.headers.get('x-ratelimit-used'))).toBeGreaterThan(1)
    })
  })

  it('gives part and RESOURCE_LIMITS_EXCEEDED when the call is too heavy', async () => {
    await withPracticeGitHub({ world, limits: { graphqlNodesInResources: 5 } }, async (github) => {
      const query = `{ repository(owner: "acme", name: "sdk") { name forks(first: 100) { nodes { name } } } }`
      const { status, body } = await askGraphql(github, query)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        data: { repository: { name: 'sdk' } },
        errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' }],
      })
    })
  })
})
