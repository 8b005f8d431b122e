import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ObjectStore } from './git/object-store.ts'
import { changedTree, walkTree } from './git/trees.ts'
import type { FileChanges } from './git/trees.ts'

let folder: string
const git = (args: string[], input?: string) =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  }).trim()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-git-'))
  git(['init', '-q', '-b', 'main'])
  git(['config', 'core.autocrlf', 'false'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const name = fc.stringMatching(/^[a-zA-Z0-9_.+-]{1,6}$/).filter((text) => !/^\.|^-|\.lock$/.test(text))
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const bytes = fc.uint8Array({ maxLength: 60 })

describe('git ids', () => {
  it('are those of real git for any folder, with executables and links', () => {
    fc.assert(
      fc.property(fc.dictionary(path, bytes, { minKeys: 1, maxKeys: 8 }), fc.nat(2), (files, kind) => {
        const paths = Object.keys(files).filter(
          (one) => !Object.keys(files).some((other) => other.startsWith(`${one}/`)),
        )
        const changes: FileChanges = {}
        rmSync(join(folder, 'work'), { recursive: true, force: true })
        paths.forEach((one, index) => {
          const target = join(folder, 'work', one)
          mkdirSync(dirname(target), { recursive: true })
          if (index % 3 === 0 && kind === 1) {
            changes[one] = { content: files[one]!, executable: true }
            writeFileSync(target, files[one]!, { mode: 0o755 })
          } else if (index % 3 === 0 && kind === 2) {
            changes[one] = { symlink: 'elsewhere' }
            symlinkSync('elsewhere', target)
          } else {
            changes[one] = files[one]!
            writeFileSync(target, files[one]!)
          }
        })
        const worktree = ['--work-tree', join(folder, 'work')]
        git(['read-tree', '--empty'])
        git([...worktree, 'add', '-A', '-f', '.'])
        expect(changedTree(new ObjectStore(), undefined, changes)).toBe(git(['write-tree']))
      }),
      { numRuns: 25 },
    )
  })

  it('are those of real git for commits and annotated tags', () => {
    const store = new ObjectStore()
    const tree = changedTree(store, undefined, { 'a/b.txt': 'one\n' })
    const person = { name: 'Ada Example', email: 'ada@example.org', at: new Date('2026-03-01T10:00:00Z') }
    const first = store.add({
      type: 'commit',
      tree,
      parents: [],
      author: person,
      committer: person,
      message: 'first\n',
    })
    const second = store.add({
      type: 'commit',
      tree,
      parents: [first],
      author: person,
      committer: person,
      message: 'héllo\n',
    })
    const tag = store.add({ type: 'tag', object: second, name: 'v1', tagger: person, message: 'one\n' })
    const who = 'Ada Example <ada@example.org> 1772359200 +0000'
    const blob = git(['hash-object', '-w', '--stdin'], 'one\n')
    const inner = git(['mktree'], `100644 blob ${blob}\tb.txt\n`)
    const real = git(['mktree'], `040000 tree ${inner}\ta\n`)
    expect(tree).toBe(real)
    const commit = (parents: string, message: string) =>
      git(
        ['hash-object', '-w', '-t', 'commit', '--stdin'],
        `tree ${real}\n${parents}author ${who}\ncommitter ${who}\n\n${message}`,
      )
    expect(first).toBe(commit('', 'first\n'))
    expect(second).toBe(commit(`parent ${first}\n`, 'héllo\n'))
    expect(tag).toBe(git(['mktag'], `object ${second}\ntype commit\ntag v1\ntagger ${who}\n\none\n`))
  })

  it('change only along the changed path: an edit leaves every other folder as it was', () => {
    const edit = fc.record({ path, content: fc.option(bytes) })
    fc.assert(
      fc.property(
        fc.dictionary(path, bytes, { minKeys: 1, maxKeys: 8 }),
        fc.array(edit, { maxLength: 5 }),
        (files, edits) => {
          const store = new ObjectStore()
          let tree = changedTree(store, undefined, {})
          const expected = new Map<string, Uint8Array>()
          const write = (at: string, content: Uint8Array | null) => {
            tree = changedTree(store, tree, { [at]: content })
            for (const known of [...expected.keys()]) {
              // A file replaces a folder of its name, and a folder a file.
              if (known.startsWith(`${at}/`) || (content !== null && at.startsWith(`${known}/`)))
                expected.delete(known)
            }
            if (content === null) expected.delete(at)
            else expected.set(at, content)
          }
          for (const [at, content] of Object.entries(files)) write(at, content)
          for (const { path: at, content } of edits) {
            // Deleting below a file deletes nothing in git; our stories do not ask for it.
            const underFile = [...expected.keys()].some((known) => at.startsWith(`${known}/`))
            if (content !== null || !underFile) write(at, content)
          }
          const found = [...walkTree(store, tree)]
            .filter(({ mode }) => mode !== '040000')
            .map((entry) => entry.path)
          expect(found.sort()).toEqual([...expected.keys()].sort())
          const scratch = changedTree(new ObjectStore(), undefined, Object.fromEntries(expected))
          expect(tree).toBe(scratch)
        },
      ),
    )
  })
})
