import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownersOf, packagesOf } from '../../../scripts/evaluate/read-work.ts'
import { choices } from '../../../scripts/evaluate/sets/sets.ts'

const sets = Object.values(choices).flat()
const blind = sets.filter(({ isBlind }) => isBlind)
const nameOf = (spec: string) => spec.slice(0, spec.lastIndexOf('@'))

describe('a blind set', () => {
  it('holds nothing that rules were made with: no package of another set, none under the stop-list', () => {
    const stopList = join(import.meta.dirname, '../../../scripts/stoplist/packages.txt')
    const seen = new Set([
      ...sets.filter(({ isBlind }) => !isBlind).flatMap(packagesOf),
      ...readFileSync(stopList, 'utf8').split(/\s+/).filter(Boolean),
    ])
    const names = new Set([...seen].map(nameOf))
    expect(blind.length).toBeGreaterThan(0)
    for (const set of blind) {
      const chosen = packagesOf(set).filter((spec) => !set.baseline.includes(spec))
      expect(chosen.filter((spec) => names.has(nameOf(spec)))).toEqual([])
    }
  })

  it('asks about many owners, and about nobody beside himself', () => {
    for (const set of blind) {
      const ownerOf = ownersOf(set)
      const works = new Set(set.works.map(({ spec }) => nameOf(spec)))
      expect(new Set(set.works.map(({ spec }) => ownerOf(`${spec}:`))).size).toBe(set.works.length)
      expect(set.unrelated.filter(({ spec }) => works.has(nameOf(spec)))).toEqual([])
    }
  })
})

describe('every set', () => {
  it('names what it needs exactly, and each work once', () => {
    for (const set of sets) {
      for (const spec of packagesOf(set)) expect(spec).toMatch(/@(\d+\.\d+\.\d+.*|[0-9a-f]{40})$/)
      const works = set.works.map(({ spec }) => spec)
      expect(new Set(works).size).toBe(works.length)
      for (const { of } of [...set.versions, ...(set.builds ?? [])]) expect(works).toContain(of)
    }
  })
})
