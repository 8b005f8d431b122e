import { readFile } from 'node:fs/promises'
import { compareFile } from '../../../server/core/match/compare-file.ts'
import { loadWorkIndex } from '../../../server/core/match/serialize-work-index.ts'
import { packageFiles } from '../fetch-package.ts'

/**
 * A process of its own that does nothing but compare: loads the index and compares packages with it, one after
 * another. Prints how long loading took and the most memory it ever had.
 *
 *     node measure-memory.js STORED_INDEX CACHE_FOLDER SPEC…
 */
const [stored, folder, ...specs] = process.argv.slice(2)
const bytes = await readFile(stored!)
const begun = performance.now()
const index = loadWorkIndex(bytes)
const loading = performance.now() - begun
for (const spec of specs)
  for (const file of await packageFiles(spec, { folder: folder!, environment: process.env }))
    compareFile(index, file)
process.stdout.write(JSON.stringify({ loading, megabytes: process.resourceUsage().maxRSS / 1000 }))
