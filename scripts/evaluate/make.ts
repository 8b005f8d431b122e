import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fetchPackages, type PackageCache } from './fetch-package.ts'
import { disguisedOf, positivesOf } from './judge/candidates-of.ts'
import { describeTask, tasksOf } from './judge/task.ts'
import { kitOf } from './kits/kit.ts'
import { MadeOnce } from './made-once.ts'
import { packagesOf, strangerFiles } from './read-work.ts'
import { choices } from './sets/sets.ts'

/**
 * Fetches the packages of a set and makes its copies, comparing nothing: the evaluation that follows finds them made.
 *
 *     node dist/scripts/evaluate/make.js --set NAME [--cache FOLDER] [--minutes N]
 *
 * Exit 3 when the time was not enough; what was made is kept, and the same command goes on.
 */
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'development' },
    cache: { type: 'string', default: join(tmpdir(), 'clawback-packages') },
    minutes: { type: 'string', default: '60' },
  },
})
const sets = choices[values.set]
if (!sets) throw new Error(`--set is one of ${Object.keys(choices).join(', ')}`)
const cache: PackageCache = { folder: values.cache, environment: process.env }
const until = performance.now() + Number(values.minutes) * 60_000
const made = await MadeOnce.in(cache.folder)
let left = 0
for (const set of sets) {
  const packages = packagesOf(set)
  await fetchPackages(packages, cache, (done) => {
    process.stderr.write(`${set.name}: package ${done} of ${packages.length}\n`)
  })
  const kit = await kitOf(set.language, cache.folder)
  const workshop = { set, kit, cache }
  for (const task of tasksOf(set)) {
    if (performance.now() > until) {
      left++
      continue
    }
    const begun = performance.now()
    const copies =
      task.kind === 'strangers'
        ? await disguisedOf(task, await strangerFiles(task, kit, cache), workshop, made)
        : await positivesOf(task, workshop, made)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    process.stdout.write(`${set.name}: ${describeTask(task)}: ${copies.length} made, ${seconds} s\n`)
  }
}
if (left > 0) process.stdout.write(`${left} tasks left; run it again\n`)
process.exitCode = left > 0 ? 3 : 0
