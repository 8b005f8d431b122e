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
const readingsOf = async (text: string) =>
  (await originalVariants([{ path: 'src/gate.ts', bytes: Buffer.from(text) }]))[0]!
const variantsOf = async (text: string) =>
  new Map(
    (await readingsOf(text)).map((variant) => [variant.name, Buffer.from(variant.bytes).toString('utf8')]),
  )

describe('originalVariants', () => {
  it('writes private members as the TypeScript compiler does, without its helpers', async () => {
    const own = (await variantsOf(gate)).get('ES2020')!
    expect(own).toContain('__classPrivateFieldGet(this, _FloodGate_closesAt')
    expect(own).toContain('`${this.code} closes at ')
    expect(own).not.toMatch(/var __classPrivateFieldGet/)
  })

  it('leaves the helpers of esbuild out of its older syntax, and only them', async () => {
    const older = (await readingsOf(gate)).find(({ name }) => name === 'older syntax, minified')!
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

  it('gives each of many files what it gives that file alone', async () => {
    const texts: [string, string][] = [
      ['a/gate.ts', gate],
      ['b/gate.ts', gate.replaceAll('FloodGate', 'TideGate')],
      ['script.js', 'var harbour = [1, 2].map((depth) => `${depth} m`)\n'],
      ['other.js', 'function harbour({ depth = 3, ...rest }) { return [...depth, rest] }\n'],
      ['enums.ts', 'enum Tide { Ebb, Flood }\nconsole.log(Tide.Ebb)\n'],
      ['more-enums.ts', 'enum Tide { Slack = 7 }\nconsole.log(Tide.Slack)\n'],
      // In one program both would be one namespace, and the name the other's.
      ['sea.ts', 'namespace Sea { export const depth = 3 }\n'],
      ['more-sea.ts', 'namespace Sea { console.log(depth) }\n'],
      ['types.ts', "import { Swell } from './swell'\nexport type Height = Swell['height']\n"],
      ['values.mts', "import { Swell } from './swell'\nexport const high = new Swell(...[4, 2])\n"],
      ['values.cts', "import { Swell } from './swell'\nexport const low = new Swell(1)\n"],
      ['view.tsx', 'export const View = () => <p title="tide">{[...depths]}</p>\n'],
      ['broken.ts', 'export class {{{ const = )'],
      ['notes.md', 'no compiler reads this'],
      ['empty.ts', ''],
    ]
    const files = texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
    const alone = await Promise.all(files.map(async (file) => (await originalVariants([file]))[0]!))
    expect(await originalVariants(files)).toEqual(alone)
    expect(alone[0]!.map(({ name }) => name)).toContain('ES5')
    expect(alone.slice(-2)).toEqual([[], []])
  })
})
