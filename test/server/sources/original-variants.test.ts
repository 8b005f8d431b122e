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

  it('writes no such form where there is no private member', async () => {
    expect([...(await variantsOf(gate.replaceAll('#', ''))).keys()]).not.toContain('ES2020')
  })
})
