import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listMaterials } from '../../../../db/queries/materials.ts'
import { findWork } from '../../../../db/queries/works.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import { headCommit } from '../../../practice-github/world/repository.ts'
import { withUnconnected } from './unconnected-story.ts'

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, text)
  return path
}

it('examines what tips name: repositories, gists, owners, and commits wherever they went', async () => {
  await withUnconnected({}, async ({ app, scan, matches, truth, github }) => {
    const hidden = truth.copies.filter(({ kind }) => kind === 'on another branch only').slice(0, 3)
    const mirror = truth.copies.find(({ kind }) => kind === 'detached, with a history that others have')!
    const owned = truth.copies.find(({ by }) => by === 'owner')!.name
    const commit = headCommit(github.world.find(mirror.name))!
    github.world.disableGist(truth.gists[2]!, 'https://github.com/github/dmca/blob/master/2026/06/a.md')
    const tipsFile = await fileWith(
      'tips.txt',
      [
        'Dear all, look at these:',
        ...hidden.map(({ name }) => `> <https://github.com/${name}/tree/work>.`),
        ...truth.gists.map((id) => `https://gist.github.com/somebody/${id}#file-tariff-ts-L3`),
        `https://github.com/${owned.split('/')[0]!}`,
        `https://github.com/gone/gone/commit/${commit}`,
        'https://gitlab.com/eve/leak',
      ].join('\n'),
    )

    const report = await scan({ tipsFile })

    expect(report.coverage.named).toMatchObject({
      repositories: 4,
      gists: 3,
      commits: 1,
      owners: 1,
      unusable: 1,
      proseLines: 1,
    })
    expect(report.scan).toMatchObject({
      status: 'complete',
      reasons: ['tip "https://gitlab.com/eve/leak" names nothing that can be looked at'],
    })
    const strong = (await matches()).filter((m) => m.strength === 'strong').map((m) => m.repository)
    const mirrors = truth.copies.filter(({ kind }) => kind.includes('goes on from a commit'))
    const expected = [...hidden, mirror, ...mirrors].map(({ name }) => name)
    expect(strong).toEqual(expect.arrayContaining([...expected, owned]))
    // The one that a tip names and that is gone is counted, and no code search was sent.
    expect(report.coverage.repositories).toMatchObject({ unavailable: 1, couldNotTell: 0 })
    expect(report.requests.code_search).toBe(0)

    expect(report.coverage.gists).toEqual({ named: 3, examined: 2, copies: 2, unavailable: 1 })
    const work = (await findWork(app.db, 'sluicegate'))!
    const material = await listMaterials(app.db, work.id)
    expect(material.map(({ kind, url, strength }) => ({ kind, url, strength }))).toEqual(
      truth.gists.slice(0, 2).map((id, index) => ({
        kind: 'gist',
        url: `https://gist.github.com/pasted-${index}/${id}`,
        strength: 'strong',
      })),
    )
    expect(material.every(({ files }) => files.every(({ blob }) => /^[0-9a-f]{40}$/.test(blob)))).toBe(true)
  })
}, 120_000)

it('examines what other published notices name', async () => {
  await withUnconnected({}, async ({ scan, matches, truth }) => {
    const [one, two] = truth.copies.filter(({ kind }) => kind === 'one file over 384 KB')
    const [clean] = truth.never
    const notice = await fileWith(
      '2026-06-01-somebody.md',
      [
        '**What would be the best solution for the alleged infringement?**',
        'Reported content must be removed',
        '**Please identify the full repository URL that is infringing:**',
        '',
        `https://github.com/${one!.name}`,
        '',
        '**Each fork is a distinct repository and must be identified separately:**',
        '',
        `https://github.com/${two!.name}`,
        `https://github.com/${clean!.name}`,
      ].join('\n'),
    )
    const report = await scan({ noticeFiles: [notice] })
    expect(report.coverage.named).toMatchObject({ notices: 1, repositories: 3 })
    const strong = (await matches()).filter((m) => m.strength === 'strong').map((m) => m.repository)
    expect(strong.sort()).toEqual([one!.name, two!.name].sort())
  })
}, 120_000)
