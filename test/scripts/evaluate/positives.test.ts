import { describe, expect, it } from 'vitest'
import { pythonKit } from '../../../scripts/evaluate/kits/python.ts'
import { plainDisguises } from '../../../scripts/evaluate/edit-lines.ts'
import { builds } from '../../../scripts/evaluate/positives/builds.ts'
import { bundles } from '../../../scripts/evaluate/positives/bundles.ts'
import { concatenations } from '../../../scripts/evaluate/positives/snippets.ts'
import { seeded } from '../../../scripts/evaluate/random.ts'

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })
const body = (name: string) =>
  `export function ${name}(levels: number[]) {\n  let sum = 0\n  for (const level of levels) sum += level * ${name.length}\n  return { ${name}: sum, mean: sum / levels.length, high: Math.max(...levels), low: Math.min(...levels) }\n}\n`

describe('copies made for the evaluation', () => {
  it('cut a file in the middle and keep either half', () => {
    const text = 'a\nb\nc\nd\ne'
    const halves = new Set(
      Array.from({ length: 40 }, (_, seed) => plainDisguises['half file'](text, seeded(seed))),
    )
    expect([...halves].sort()).toEqual(['a\nb', 'c\nd\ne'])
  })

  it('put a stranger in the midst of five originals', () => {
    const originals = ['v', 'w', 'x', 'y', 'z'].map((name) => file(`w@1:${name}.ts`, name))
    const [made] = [...concatenations(originals, [file('host.ts', 'STRANGER')])]
    expect(made!.bytes.toString().split('\n').filter(Boolean)).toEqual(['v', 'w', 'STRANGER', 'x', 'y', 'z'])
    expect(made!.truth).toEqual(originals.map(({ path }) => path))
  })

  it('bundle a work three ways, and say which originals are inside', async () => {
    const work = [
      file('w@1:src/index.ts', `export * from './one.js'\nexport const all = async () => [2n > 1n]\n`),
      file(
        'w@1:src/one.ts',
        `${body('one')}${body('two')}${body('three')}export const more = [one, two, three]\n`,
      ),
      file('w@1:src/unused.ts', body('unused')),
    ]
    const made = new Map<string, { text: string; truth: readonly string[] }>()
    for await (const one of bundles('w@1:src/index.ts', work))
      made.set(one.class, { text: one.bytes.toString(), truth: one.truth })
    expect(made.get('bundle')?.truth).toEqual(['w@1:src/one.ts'])
    expect(made.get('bundle')?.text).toMatch(/function one\(/)
    expect(made.get('bundle, minified')?.text).not.toMatch(/function one\(/)
    // A bundler that cannot write a big integer in old syntax leaves that bundle out, not the others.
    expect([...made.keys()].slice(0, 2)).toEqual(['bundle', 'bundle, minified'])
  })

  it('find what owners compiled beside what it was compiled from', () => {
    // Any kit that needs no tool: only its count of lines is asked.
    const kit = pythonKit
    const originals = ['src/a.ts', 'src/deep/b.tsx'].map((path) =>
      file(`w@1:${path}`, body('made').repeat(9)),
    )
    const published = ['dist/a.js', 'dist/deep/b.js', 'dist/c.js', 'other/a.js'].map((path) =>
      file(path, body('made')),
    )
    published.push(file('dist/a.min.js', 'export {}'))
    const build = { spec: 'w@1', of: 'w@1', files: /^dist\/(.*?)(?:\.min)?\.js$/, from: 'src/$1' }
    const found = [...builds(kit, build, originals, published)]
    expect(found.map(({ class: kind, path, truth }) => [kind, path, ...truth])).toEqual([
      ['small: published build', 'dist/a.js', 'w@1:src/a.ts'],
      ['small: published build', 'dist/deep/b.js', 'w@1:src/deep/b.tsx'],
    ])
  })
})
