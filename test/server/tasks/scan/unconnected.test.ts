import { expect, it } from 'vitest'
import { writeProgramText } from '../../../../scripts/bench/program-text.ts'
import { connectGitHub } from '../../../../server/connect-github.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { leakedFiles, writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'

const leak = leakedFiles()
const quiet = () => undefined
const indented = Object.fromEntries(
  Object.entries(leak).map(([path, text]) => [path, text.replace(/^( +)/gm, '$1$1')]),
)
const ownCode = Object.fromEntries(
  Object.keys(leak).map((path, i) => [path, writeProgramText(9000 + i, 2500)]),
)
const large = Object.values(leak).join('\n') + '// padding\n'.repeat(40_000)
const hidden = { 'all.ts': large }

const world = defineWorld({
  repositories: [
    { owner: 'dee', name: 'detached', files: leak },
    { owner: 'ron', name: 'reformatted', files: indented },
    {
      owner: 'pat',
      name: 'partial',
      files: { ...ownCode, ...Object.fromEntries(Object.entries(leak).slice(0, 2)) },
    },
    { owner: 'amy', name: 'archived', files: leak, archived: true },
    { owner: 'big', name: 'one-large-file', files: hidden },
    { owner: 'lou', name: 'look-alike', files: ownCode },
    { owner: 'nil', name: 'empty' },
  ],
})

it('finds the copies that GitHub can show, by text and by tree, and no look-alike', async () => {
  const start = new Date('2026-06-10T09:00:00Z')
  await withPracticeGitHub({ world, clock: () => start }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url })
    const sleep = (ms: number) => {
      github.advance(Math.max(0, ms))
      return Promise.resolve()
    }
    const connect = (id: number | null) =>
      Promise.resolve(connectGitHub({ ...app, clock: github.now, sleep }, id))
    await addWork(
      app,
      { source: await writeFolder(leak), title: 'Orbit', owner: 'Orbit Inc.', official: [] },
      quiet,
    )
    const input = {
      work: 'orbit',
      probes: null,
      repositories: [],
      networks: [],
      tipsFile: null,
      resume: false,
    }

    const report = await runScan({ ...app, clock: github.now, connect }, input, quiet)

    expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
    const strong = (await listMatches(app, 'orbit', { strength: 'strong' })).map((m) => m.repository).sort()
    // Code search shows no archived repository and no large file; the tree of `detached` shows the archived one.
    expect(strong).toEqual(['amy/archived', 'dee/detached', 'pat/partial', 'ron/reformatted'])
    expect(report.coverage.probes.exact).toBeGreaterThan(0)
    expect(report.coverage.trees).toMatchObject({ planned: report.coverage.trees.sent })
    expect(report.coverage.trees.sent).toBeGreaterThan(0)
    // Each search was within its budget: nothing was refused.
    expect(github.requests.filter(({ status }) => status === 403 || status === 429)).toEqual([])
  })
})

it('asks in parts for what is more than GitHub shows, and then misses no repository', async () => {
  const [path, text] = Object.entries(leak)[0]!
  const crowd = defineWorld({
    repositories: [
      {
        owner: 'mass',
        name: 'copies',
        files: Object.fromEntries(
          Array.from({ length: 1050 }, (_, i) => [`copies/${i}/${path}`, `${text}// ${'x'.repeat(i)}\n`]),
        ),
      },
      { owner: 'zed', name: 'late', files: { [path]: text + '\n// at the end\n'.repeat(900) } },
    ],
  })
  await withPracticeGitHub(
    { world: crowd, limits: { codeSearch: 100_000, search: 100_000 } },
    async (github) => {
      const app = await openTestApp({ apiUrl: github.url })
      await addWork(
        app,
        { source: await writeFolder({ [path]: text }), title: 'One', owner: 'One', official: [] },
        quiet,
      )
      const input = { work: 'one', probes: 1, repositories: [], networks: [], tipsFile: null, resume: false }

      const { coverage } = await runScan(app, input, quiet)

      expect(coverage.probes).toMatchObject({ cutOff: 0, split: 1, cuts: [{ splitBy: 'size' }] })
      expect(coverage.probes.sent).toBe(coverage.probes.planned)
      const found = (await listMatches(app, 'one', {})).map((match) => match.repository).sort()
      expect(found).toEqual(['mass/copies', 'zed/late'])
    },
  )
})

it('asks by extension where that tells the files apart, and says which searches it cut into what', async () => {
  const [path, text] = Object.entries(leak)[0]!
  const bare = path.replace(/\.ts$/, '')
  const crowd = defineWorld({
    repositories: [
      {
        owner: 'mass',
        name: 'copies',
        files: Object.fromEntries(
          Array.from({ length: 1200 }, (_, i) => [
            `copies/${i}/${bare}.${i % 2 === 0 ? 'ts' : 'txt'}`,
            `${text}// ${i}\n`,
          ]),
        ),
      },
      { owner: 'zed', name: 'other', files: { [`${bare}.py`]: text } },
    ],
  })
  const limits = { codeSearch: 100_000, search: 100_000 }
  await withPracticeGitHub({ world: crowd, limits }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url })
    await addWork(
      app,
      { source: await writeFolder({ [path]: text }), title: 'One', owner: 'One', official: [] },
      quiet,
    )
    const input = { work: 'one', probes: 1, repositories: [], networks: [], tipsFile: null, resume: false }

    const { coverage } = await runScan(app, input, quiet)

    expect(coverage.probes).toMatchObject({ cutOff: 0, split: 1 })
    expect(coverage.probes.cuts).toMatchObject([{ total: 1201, splitBy: 'extension' }])
    const found = (await listMatches(app, 'one', {})).map((match) => match.repository).sort()
    expect(found).toEqual(['mass/copies', 'zed/other'])
  })
})
