import { expect, it } from 'vitest'
import type { Edge } from '../../../server/github/edge.ts'
import { listOwned } from '../../../server/github/list-owned.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'

const world = defineWorld({
  users: [{ login: 'club', type: 'Organization' }],
  repositories: [
    ...Array.from({ length: 25 }, (_, i) => ({
      owner: 'many',
      name: `r${i}`,
      files: { 'a.ts': `${i}\n` },
      pushedAt: new Date(Date.parse('2026-05-01T00:00:00Z') + i * 86_400_000).toISOString(),
    })),
    { owner: 'many', name: 'hidden', private: true, files: { 'a.ts': 'x\n' } },
    { owner: 'club', name: 'one', files: { 'a.ts': 'x\n' } },
  ],
})

it('shows what owners pushed to last, of people and organizations, several in one request', async () => {
  const { github, practice, close } = await openPractice({ world })
  const answers = await github.listOwned(['many', 'club', 'nobody'])
  const many = valueOf(answers.get('many'))
  expect(many.total).toBe(25)
  expect(many.repositories.map(({ repository }) => repository.name).slice(0, 3)).toEqual([
    'r24',
    'r23',
    'r22',
  ])
  expect(many.repositories.every(({ heads }) => valueOf(heads).heads.length === 1)).toBe(true)
  expect(valueOf(answers.get('club')).repositories).toHaveLength(1)
  expect(answers.get('nobody')).toEqual({ outcome: 'not-found' })
  expect(practice.requests).toHaveLength(1)
  expect(practice.violations).toEqual([])
  await close()
})

it('is could-not-tell for those whom GitHub does not show', async () => {
  const { github, close } = await openPractice({ world, weather: { serverError: 1 } })
  expect((await github.listOwned(['many'])).get('many')).toMatchObject({ outcome: 'could-not-tell' })
  await close()
})

it.each(['FORBIDDEN', 'INTERNAL'])('is could-not-tell where GitHub refuses to say (%s)', async (type) => {
  // No practice world has an organization that lets nobody in from here.
  const errors = [{ type, path: ['n0'], message: 'not from this address' }]
  const edge = {
    wait: () => ({ for: () => Promise.resolve(false) }),
    askGraphql: () =>
      Promise.resolve({ kind: 'answer', data: { n0: null, n1: null }, errors, cutShort: false }),
  } as unknown as Edge
  const answers = await listOwned(edge, ['closed', 'nobody'])
  expect(answers.get('closed')).toMatchObject({ outcome: 'could-not-tell' })
  expect(answers.get('nobody')).toEqual({ outcome: 'not-found' })
})
