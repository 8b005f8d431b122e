import { expect, it } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import { originalVariants } from '../../../server/sources/original-variants.ts'
import { makeVariants } from '../../../server/threads/make-variants.ts'

// Compilers start cold in each thread, which a busy machine takes long for.
it('makes in threads what is made here, in the same order, each file with its own', async () => {
  // Parts of one buffer, as the members of an archive are.
  const texts = Array.from({ length: 22 }, (_, i) => Buffer.from(writeProgramText(i, 24_000)))
  const shared = Buffer.concat(texts)
  let end = 0
  const files = texts.map(({ length }, i) => ({
    path: `src/${i}.ts`,
    bytes: shared.subarray(end, (end += length)),
  }))
  files.splice(3, 0, { path: 'notes.md', bytes: Buffer.from('no compiler reads this') })
  files.splice(9, 0, { path: 'broken.ts', bytes: Buffer.from('class {{{ const = )') })

  const done: number[] = []
  const made = await makeVariants(files, (n) => done.push(n))
  expect(made.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
  expect(done.at(-1)).toBe(files.length)
  for (const [i, { path, bytes, variants }] of made.entries()) {
    expect(bytes).toBe(files[i]!.bytes)
    if (i % 5 === 0) expect(variants, path).toEqual(await originalVariants(files[i]!))
  }
  expect(made[3]!.variants).toEqual([])
  expect(new Set(made[5]!.variants!.map(({ name }) => name)).size).toBe(4)
}, 180_000)
