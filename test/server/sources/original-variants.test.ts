import { describe, expect, it } from 'vitest'
import { originalVariants } from '../../../server/sources/original-variants.ts'

const gate = `export class FloodGate {
  #closesAt = 0
  constructor(readonly code: string) {}
  announce(swell: number): string {
    if (swell > this.#closesAt) this.#closesAt = swell
    return \`\${this.code} closes at \${this.#closesAt}\`
  }
}
`
const variantsOf = async (text: string) =>
  new Map(
    (await originalVariants({ path: 'src/gate.ts', bytes: Buffer.from(text) })).map((variant) => [
      variant.name,
      Buffer.from(variant.bytes).toString('utf8'),
    ]),
  )

describe('originalVariants', () => {
  it('writes private members as the TypeScript compiler does, without its helpers', async () => {
    const own = (await variantsOf(gate)).get('ES2020')!
    expect(own).toContain('__classPrivateFieldGet(this, _FloodGate_closesAt')
    expect(own).toContain('`${this.code} closes at ')
    expect(own).not.toMatch(/var __classPrivateFieldGet/)
  })

  it('leaves the helpers of esbuild out of its older syntax, and only them', async () => {
    const older = (await originalVariants({ path: 'src/gate.ts', bytes: Buffer.from(gate) })).find(
      ({ name }) => name === 'older syntax, minified',
    )!
    const text = Buffer.from(older.bytes).toString('utf8')
    expect(text).toContain('__privateGet(this, _closesAt')
    expect(text).not.toMatch(/__privateGet =|WeakSet|Object\.defineProperty|Cannot /)
    const lineOf = (code: string) => code.split('\n').findIndex((line) => line.includes('announce(swell'))
    expect(older.lines![lineOf(text)]).toBe(lineOf(gate) + 1)
  })

  it('reads a class whose parameters are decorated in every form', async () => {
    const decorated = gate.replace('readonly code', '@Inject(CODE) readonly code')
    expect([...(await variantsOf(decorated)).keys()]).toEqual([...(await variantsOf(gate)).keys()])
  })

  it('writes no such form where there is no private member', async () => {
    expect([...(await variantsOf(gate.replaceAll('#', ''))).keys()]).not.toContain('ES2020')
  })
})
