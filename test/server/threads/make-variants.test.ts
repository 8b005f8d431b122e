import { Worker } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import { originalVariants } from '../../../server/sources/original-variants.ts'
import {
  makeVariants,
  rewrite,
  type RewrittenFile,
  type VariantsJob,
  type VariantsOfEach,
} from '../../../server/threads/make-variants.ts'
import { openThreadPool } from '../../../server/threads/thread-pool.ts'

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

  // Whatever our environment holds, tokens for one, is nothing for the tools: esbuild would fail with this.
  vi.stubEnv('ESBUILD_BINARY_PATH', '/bin/false')
  const made: RewrittenFile[] = []
  for await (const file of makeVariants(files)) made.push(file)
  vi.unstubAllEnvs()
  expect(made.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
  for (const [i, { path, bytes, variants, missing }] of made.entries()) {
    expect(bytes).toBe(files[i]!.bytes)
    expect(missing).toBeUndefined()
    if (i % 5 === 0) expect([variants], path).toEqual(await originalVariants([files[i]!]))
  }
  expect(made[3]!.variants).toEqual([])
  expect(new Set(made[5]!.variants.map(({ name }) => name)).size).toBe(4)
}, 180_000)

describe('a file that a tool ends over', () => {
  /** A thread that ends over `killer.ts`, always or only as long as its compiler is asked. */
  const body = (endsOver: string) => `
    const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ files, forms }) => {
      if (files.some(({ path }) => path === 'killer.ts') && (${endsOver})) throw new Error('the tool ended')
      parentPort.postMessage({ result: files.map(({ path }) => [{ name: forms, bytes: Buffer.from(path) }]) })
    })`
  const files = ['a.ts', 'killer.ts', 'b.ts'].map((path) => ({ path, bytes: Buffer.from(`// ${path}`) }))

  async function rewriteWith(endsOver: string) {
    const pool = openThreadPool<VariantsJob, VariantsOfEach>({
      start: () => new Worker(body(endsOver), { eval: true }),
      threads: 2,
      limitMs: 20_000,
    })
    try {
      return (await rewrite(pool, files)).map(({ path, variants, missing }) => ({
        path,
        forms: variants.map(({ name }) => name),
        missing,
      }))
    } finally {
      await pool.close()
    }
  }
  const others = (made: Awaited<ReturnType<typeof rewriteWith>>) => [made[0], made[2]]
  const whole = [
    { path: 'a.ts', forms: ['all'], missing: undefined },
    { path: 'b.ts', forms: ['all'], missing: undefined },
  ]

  it('has the forms that need no compiler, and is said to lack the others', async () => {
    const made = await rewriteWith("forms === 'all'")
    expect(others(made)).toEqual(whole)
    expect(made[1]).toEqual({
      path: 'killer.ts',
      forms: ['stripped'],
      missing: 'could not be rewritten as compilers do: the tool ended',
    })
  })

  it('is said to have none when nothing can rewrite it, and no other file suffers', async () => {
    const made = await rewriteWith('true')
    expect(others(made)).toEqual(whole)
    expect(made[1]).toMatchObject({ forms: [], missing: expect.stringContaining('the tool ended') as string })
  })

  it('is whole again when it was not its own fault', async () => {
    const made = await rewriteWith('files.length > 1')
    expect(made.map(({ forms, missing }) => [forms, missing])).toEqual(files.map(() => [['all'], undefined]))
  })
})
