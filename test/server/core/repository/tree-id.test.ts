import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { isWholeTree, treeId } from '../../../../server/core/repository/tree-id.ts'
import type { ListedItem } from '../../../../server/core/repository/tree-id.ts'

const folder = mkdtempSync(join(tmpdir(), 'clawback-tree-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim()
}

/** The tree that git writes for these files, and its own listing of it. */
function written(paths: readonly string[]): { tree: string; listing: ListedItem[] } {
  git('init', '--quiet')
  git('read-tree', '--empty')
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path)
  }
  if (paths.length > 0) git('add', '--', ...paths)
  const tree = git('write-tree')
  const lines = git('ls-tree', '-rtz', tree).split('\0').filter(Boolean)
  const listing = lines.map((line) => {
    const [, mode = '', , sha = '', path = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line)!
    return { mode, sha, path }
  })
  return { tree, listing }
}

// `a-b` and `a.b` stand between the file `a` and the folder `a/`: the order that is easily got wrong.
const { tree, listing } = written([
  'x/a-b',
  'x/a/c',
  'x/a.b',
  'x/a0',
  'Ünïcode/日本.ts',
  'z',
  'a.ts',
  'a-1/b/c/d.ts',
])

describe('a tree listing', () => {
  it('proves itself against the id that git gave the tree', () => {
    expect(isWholeTree(tree, listing)).toBe(true)
  })

  it('does not when anything in it is missing, renamed, or another content', () => {
    fc.assert(
      fc.property(fc.nat(listing.length - 1), fc.constantFrom('drop', 'rename', 'swap'), (at, how) => {
        const item = listing[at]!
        const changed = {
          drop: listing.filter((other) => other !== item && !other.path.startsWith(`${item.path}/`)),
          rename: listing.map((other) => (other === item ? { ...item, path: `${item.path}2` } : other)),
          swap: listing.map((other) => (other === item ? { ...item, sha: 'f'.repeat(40) } : other)),
        }[how]
        expect(isWholeTree(tree, changed)).toBe(false)
      }),
    )
  })

  it('of nothing is the empty tree, which git knows by heart', () => {
    expect(treeId([])).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
  })
})
