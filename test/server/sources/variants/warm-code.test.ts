import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { WarmCode } from '../../../../server/sources/variants/warm-code.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Transforms a text with a hook of a transformer's own, as those of the compiler have. */
function transformWith(warm: WarmCode, text: string): WeakRef<object> {
  const file = ts.createSourceFile('tide.ts', text, ts.ScriptTarget.ESNext)
  const hooks: object[] = []
  const own: ts.TransformerFactory<ts.SourceFile> = (context) => {
    hooks.push((context.onSubstituteNode = (_hint, node) => node))
    return (whole) => whole
  }
  ts.transform(file, [own, warm.hold]).dispose()
  return new WeakRef(hooks[0]!)
}

async function isHeld(functions: WeakRef<object>): Promise<boolean> {
  // What a WeakRef was asked for stays until the turn ends.
  await setImmediate()
  collectGarbage()
  return functions.deref() !== undefined
}

it('holds the functions of a compiler until the batch after the next one begins, those of large files never', async () => {
  const warm = new WarmCode()
  warm.startBatch()
  const small = transformWith(warm, 'export const depth = 3')
  const large = transformWith(warm, `export const log = '${'swell '.repeat(40_000)}'`)
  expect([await isHeld(small), await isHeld(large)]).toEqual([true, false])
  warm.startBatch()
  expect(await isHeld(small)).toBe(true)
  warm.startBatch()
  expect(await isHeld(small)).toBe(false)
})
