import { describe, expect, it } from 'vitest'
import { planNames, withTitle } from '../../../../server/core/probe/plan-names.ts'

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })

describe('searches for repositories by name', () => {
  it('ask for the title, the package and the words of a read-me, each once', () => {
    const names = planNames([
      file('package.json', '{"name": "@acme/sluicegate"}'),
      file('README.md', '# Engine\n\nThe gallivanting hippogriff paddles across molten estuaries.\n'),
    ])
    const all = withTitle('Sluicegate', names)
    expect(all.map(({ why }) => why)).toEqual(['the title of the work', 'words of a read-me'])
    expect(all[0]!.query).toBe('sluicegate in:name,description,topics,readme')
    expect(all[1]!.query).toMatch(/^"[a-z ]+" in:readme$/)
  })

  it.each(['App', 'The Server', 'Core Utils', '', '???', 'Web App'])(
    'leave out a title that many have: %s',
    (title) => {
      expect(withTitle(title, [])).toEqual([])
    },
  )

  it('send nothing confidential, and survive any package.json', () => {
    const names = planNames([
      file('package.json', '{"name": 5}'),
      file('a/package.json', 'not JSON'),
      file('b/package.json', 'null'),
      file('README.md', 'Ask Jane Doe at jane.doe@example.com for marmalade ocelot quagmire.\n'),
    ])
    expect(names).toEqual([])
    expect(withTitle('sk-live-4eC39HqLyjWDarjt9x2k', [])).toEqual([])
  })
})
