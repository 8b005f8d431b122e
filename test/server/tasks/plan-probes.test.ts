import { expect, it } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import { addWork } from '../../../server/tasks/add-work.ts'
import { planWorkProbes } from '../../../server/tasks/plan-probes.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { openTestApp } from '../../open-test-app.ts'

const quiet = () => undefined
const files = {
  ...leakedFiles(6),
  'data/huge.ts': writeProgramText(77, 400 * 1024),
}

it('shows every search as it would be sent, and how much of the work search can find', async () => {
  const app = await openTestApp({ apiUrl: 'http://127.0.0.1:9' })
  await addWork(
    app,
    { source: await writeFolder(files), title: 'Hippogriff', owner: 'O', slug: 'hippogriff', official: [] },
    quiet,
  )

  const plan = await planWorkProbes(app, 'hippogriff', 10)

  expect(plan.probes.length).toBeGreaterThan(0)
  expect(plan.probes.length).toBeLessThanOrEqual(10)
  expect(plan.probes.every(({ query }) => query.endsWith(' fork:true'))).toBe(true)
  expect(plan.names.map(({ query }) => query)).toEqual(['hippogriff in:name,description,topics,readme'])
  expect(plan.trees[0]).toEqual({ tree: expect.stringMatching(/^[0-9a-f]{40}$/) as string, folder: '' })
  const { coverage, notSearchable } = plan
  expect(coverage.originals).toBe(coverage.searchable + notSearchable.length)
  expect(coverage.notSearchable.reduce((sum, { originals }) => sum + originals, 0)).toBe(notSearchable.length)
  expect(notSearchable.map(({ path }) => path)).toContain('data/huge.ts')

  // Fewer probes cover less, and more are never fewer originals.
  const covered = await Promise.all(
    [0, 1, 3, 200].map(async (limit) => (await planWorkProbes(app, 'hippogriff', limit)).coverage.covered),
  )
  expect(covered[0]).toBe(0)
  expect(covered).toEqual([...covered].sort((a, b) => a - b))
  expect(covered[3]).toBe(coverage.searchable)
  // A scan that is asked for no probes searches for nothing at all.
  expect(await planWorkProbes(app, 'hippogriff', 0)).toMatchObject({ probes: [], names: [], trees: [] })
})
