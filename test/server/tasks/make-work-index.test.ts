import { transform } from 'esbuild'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { addBaseline } from '../../../server/tasks/add-baseline.ts'
import { addWork } from '../../../server/tasks/add-work.ts'
import { comparePaths } from '../../../server/tasks/compare-paths.ts'
import { planWorkProbes } from '../../../server/tasks/plan-probes.ts'
import type { Progress } from '../../../server/tasks/progress.ts'
import { harbourTides, ledger } from '../core/match/sample-work.ts'
import { writeFolder } from '../../leak.ts'
import { openTestApp } from '../../open-test-app.ts'

const quiet: Progress = () => undefined
const originals = { 'src/harbour-tides.ts': harbourTides, 'src/ledger.ts': ledger }
const orbit = { title: 'Orbit', owner: 'Orbit Inc.', official: [] }

it('finds copies of an added work that were minified or compiled to an older language', async () => {
  const app = await openTestApp()
  await addWork(app, { ...orbit, source: await writeFolder(originals) }, quiet)
  const copies = await writeFolder({
    'compiled-and-minified.js': await minified(asES5(ledger)),
    'compiled.js': asES5(ledger),
  })
  const { inputs } = await comparePaths(app, { work: 'orbit', paths: [copies] }, quiet)
  expect(inputs.map(({ strength, originals: [best] }) => [strength, best?.path])).toEqual([
    ['strong', 'src/ledger.ts'],
    ['strong', 'src/ledger.ts'],
  ])
})

it('takes nothing for evidence that the baseline holds in another form', async () => {
  const app = await openTestApp()
  // An edit on every line that a copy keeps nothing of: only the baseline's own text is shared.
  const source = await writeFolder({ 'src/tides.js': asES5(harbourTides), 'src/ledger.ts': ledger })
  await addWork(app, { ...orbit, source }, quiet)
  const copy = await writeFolder({ 'copy.js': asES5(harbourTides).replaceAll('  ', ' ') })
  const compare = async () => (await comparePaths(app, { work: 'orbit', paths: [copy] }, quiet)).summary
  expect(await compare()).toMatchObject({ strong: 1 })

  const published = await writeFolder({ 'tides.ts': harbourTides })
  await addBaseline(app, { work: 'orbit', source: published, reason: 'published before' }, quiet)
  expect(await compare()).toMatchObject({ strong: 0 })
})

it('makes a large work ready before its first comparison, and goes on after a kill', async () => {
  const app = await openTestApp()
  // Few and long words: much to keep, little to wait for here.
  const log = `${'wind'.repeat(50)} ${'swell'.repeat(40)}\n`.repeat(3700)
  const logs = Object.fromEntries(Array.from({ length: 18 }, (_, i) => [`logs/${i}.txt`, `Log ${i}\n${log}`]))
  const source = await writeFolder({ ...originals, ...logs })
  const { ready } = await addWork(app, { ...orbit, source }, quiet)
  expect(ready).toBe(false)
  expect((await planWorkProbes(app, 'orbit', 5)).probes).toHaveLength(5)

  const copy = await writeFolder({ 'copy.js': await minified(harbourTides) })
  const input = { work: 'orbit', paths: [copy] }
  const killed: Progress = ({ step }) => {
    if (step === 'building the index') throw new Error('killed')
  }
  await expect(comparePaths(app, input, killed)).rejects.toThrow('killed')

  const steps = new Set<string>()
  const first = await comparePaths(app, input, ({ step }) => steps.add(step))
  expect(first.summary).toMatchObject({ strong: 1 })
  expect(steps).toContain('making orbit ready for comparing, once')

  steps.clear()
  await comparePaths(app, input, ({ step }) => steps.add(step))
  expect(steps).not.toContain('building the index')
})

async function minified(text: string): Promise<string> {
  return (await transform(text, { loader: 'ts', minify: true })).code
}

function asES5(text: string): string {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the form that many copies have
  const target = ts.ScriptTarget.ES5
  return ts.transpileModule(text, { compilerOptions: { target, ignoreDeprecations: '6.0' } }).outputText
}
