import { expect, it } from 'vitest'
import { PUBLIC_FILE, unconnected } from './worlds/unconnected.ts'
import { withPracticeGitHub } from './with-practice-github.ts'

const { world, truth } = unconnected()

it('is 400 repositories, each with what is true of it', () => {
  expect(world.repositories).toHaveLength(400)
  const told = [...truth.copies, ...truth.leads, ...truth.never].map(({ name }) => name)
  const all = [...told, ...truth.withdrawn, ...truth.ports].sort()
  expect(all).toEqual(world.repositories.map(({ owner, name }) => `${owner}/${name}`).sort())
  for (const { by, why } of truth.copies) expect(by === 'code' ? '' : why).toMatch(by === 'code' ? /^$/ : /./)
})

it('has no copy whose name or words tell of the work, unless that is how it is found', () => {
  for (const { name, by } of truth.copies) {
    if (by === 'name') continue
    const { description, files } = world.repositories.find((r) => `${r.owner}/${r.name}` === name)!
    const readme = JSON.stringify(files?.['README.md'] ?? '')
    expect(`${name} ${description ?? ''} ${readme}`).not.toMatch(/sluice|fennmark/i)
  }
})

it('holds what the owner published where nothing else of the work is', () => {
  const published = truth.never.filter(({ kind }) => kind === 'only what the owner published')
  expect(published.length).toBeGreaterThan(0)
  for (const { name } of published) {
    const { files } = world.repositories.find((r) => `${r.owner}/${r.name}` === name)!
    expect(Object.keys(files!)).toContain(PUBLIC_FILE)
  }
})

it('mirrors one commit in several repositories, as a pushed mirror does', async () => {
  await withPracticeGitHub({ world }, (github) => {
    const heads = truth.copies
      .filter(({ kind }) => kind.includes('goes on from a commit'))
      .map(({ name }) => github.world.find(name))
      .map(({ network, refs }) => network.objects.commit(refs.get('refs/heads/main')!).parents[0])
    expect(new Set(heads).size).toBe(1)
    return Promise.resolve()
  })
})
