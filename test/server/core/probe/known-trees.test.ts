import { expect, it } from 'vitest'
import { gitBlobId } from '../../../../server/core/fingerprint/git-blob-id.ts'
import { knownTrees } from '../../../../server/core/probe/known-trees.ts'
import { startPracticeGitHub } from '../../../practice-github/start.ts'
import { headTree } from '../../../practice-github/world/repository.ts'

const files: Record<string, string> = {
  'package/src/a.ts': 'a\n',
  'package/src/deep/b.ts': 'b\n',
  'package/src.ts': 'c\n',
  'package/docs/d.md': 'd\n',
}
const listed = Object.entries(files).map(([path, text]) => ({ path, blob: gitBlobId(Buffer.from(text)) }))
const inFolder = (folder: string) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [path.slice(folder.length), text]),
  )

it('gives the trees that git gives to the work and to its main folders', async () => {
  const known = knownTrees(listed)
  expect(known.map(({ folder }) => folder)).toEqual(['', 'package', 'package/src'])
  const repositories = known.map(({ folder }, index) => ({
    owner: 'a',
    name: `r${index}`,
    files: inFolder(folder === '' ? '' : `${folder}/`),
  }))
  const github = await startPracticeGitHub({ world: { repositories } })
  for (const [index, { tree }] of known.entries())
    expect(tree).toBe(headTree(github.world.find(`a/r${index}`)))
  await github.close()
})

it('gives few trees, and none for nothing', () => {
  expect(knownTrees([])).toEqual([])
  const deep = Array.from({ length: 9 }, (_, i) => ({
    path: `a/b/c/d/e/f/g/${i}.ts`,
    blob: 'f'.repeat(40),
  }))
  expect(knownTrees(deep)).toHaveLength(5)
})
