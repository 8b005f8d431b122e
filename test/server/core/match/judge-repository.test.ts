import { describe, expect, it } from 'vitest'
import { judgeRepository, type JudgedFile } from '../../../../server/core/match/judge-repository.ts'
import type { MatchClass, Strength } from '../../../../server/core/match/types.ts'

const work = { claimedOriginals: 10, claimedBytes: 40_000 }

function file(
  path: string,
  strength: Strength = 'none',
  matchClass: MatchClass = 'exact',
  bits = 400,
): JudgedFile {
  const originals =
    strength === 'none'
      ? []
      : [{ path, class: matchClass, strength, bits, ofOriginal: 1, ofCandidate: 1, ranges: [], reason: '' }]
  return {
    path,
    bytes: 4000,
    match: { class: strength === 'none' ? 'none' : matchClass, strength, originals },
  }
}

function files(count: number, strength: Strength): JudgedFile[] {
  return Array.from({ length: count }, (_, i) => file(`src/file-${i}.ts`, strength))
}

describe('judgeRepository', () => {
  it('calls a copy entire although licence, read-me and lock file are its own', () => {
    const own = ['LICENSE', 'README.md', 'package-lock.json', '.gitignore', '.github/workflows/ci.yml'].map(
      (path) => file(path),
    )
    expect(judgeRepository({ files: [...files(10, 'strong'), ...own], work })).toMatchObject({
      strength: 'strong',
      class: 'exact',
      originalsFound: 10,
      ofWork: 1,
      ofRepository: 1,
      entireRepository: true,
    })
  })

  it.each([
    [['exact', 'exact'], 'exact'],
    [['exact', 'normalized'], 'exact'],
    [['normalized', 'normalized'], 'normalized'],
    [['exact', 'modified'], 'modified'],
    [['normalized', 'partial'], 'modified'],
    [['partial', 'partial'], 'partial'],
    [['modified', 'partial'], 'modified'],
  ] as const)('of files that are %j is %s: one edited file makes an edited copy', (classes, expected) => {
    const held = classes.map((each, i) => file(`src/${i}.ts`, 'strong', each))
    expect(judgeRepository({ files: [...held, file('own.ts')], work }).class).toBe(expected)
  })

  it('does not rest on an identical file that both may have from a template', () => {
    const short = (path: string, bits: number) => file(path, 'strong', 'exact', bits)
    const strengthOf = (...held: JudgedFile[]) => judgeRepository({ files: held, work }).strength
    expect(strengthOf(short('src/main.ts', 25))).toBe('weak')
    expect(strengthOf(short('a.ts', 25), { ...short('a.ts', 25), path: 'copy/a.ts' })).toBe('weak')
    const everyPackageHasIt = ['packages/a/cn.ts', 'packages/b/cn.ts'].map((path) => short(path, 25).match)
    const originals = everyPackageHasIt.flatMap((match) => match.originals)
    for (const matchClass of ['exact', 'normalized'] as const)
      expect(
        strengthOf({
          path: 'cn.ts',
          bytes: 200,
          match: { class: matchClass, strength: 'strong', originals },
        }),
      ).toBe('weak')
    expect(strengthOf(short('src/main.ts', 25), short('src/app.ts', 25))).toBe('strong')
    expect(strengthOf(short('src/tides.ts', 60))).toBe('strong')
  })

  it('names specific files in a project that is somebody’s own', () => {
    const own = Array.from({ length: 300 }, (_, i) => file(`own/${i}.ts`))
    const judged = judgeRepository({ files: [...files(2, 'strong'), ...own], work })
    expect(judged).toMatchObject({ strength: 'strong', originalsFound: 2, entireRepository: false })
    expect(judged.ofRepository).toBeLessThan(0.01)
  })

  it('leaves to a person: one modest file, or doubts alone however many', () => {
    expect(judgeRepository({ files: [file('a.ts', 'strong', 'partial', 130)], work }).strength).toBe('weak')
    expect(judgeRepository({ files: files(12, 'weak'), work })).toMatchObject({
      strength: 'weak',
      originalsFound: 0,
      entireRepository: false,
    })
  })

  it('accuses nobody for what any project has', () => {
    expect(
      judgeRepository({ files: [file('LICENSE', 'strong'), file('.gitignore', 'strong')], work }).strength,
    ).toBe('none')
    expect(judgeRepository({ files: [], work })).toMatchObject({ strength: 'none', ofRepository: 0 })
  })
})
