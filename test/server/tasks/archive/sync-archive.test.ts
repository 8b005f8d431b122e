import { execFileSync } from 'node:child_process'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEvents } from '../../../../db/events/read-events.ts'
import { saveMatch } from '../../../../db/queries/matches.ts'
import { saveRepositories } from '../../../../db/queries/repositories.ts'
import { findNotice, updateNotice } from '../../../../db/queries/notices.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import { renderNotice } from '../../../../server/tasks/notice/render-notice.ts'
import { syncArchive, type SyncApp } from '../../../../server/tasks/archive/sync-archive.ts'
import { verifyAudit } from '../../../../server/tasks/verify-audit.ts'
import { openDataFolder, type TestApp } from '../../http/data-folder.ts'
import { candidateOf } from '../../core/notice/samples.ts'
import { addSignedNotice, signedAt } from '../notice/signed-notice.ts'
import { temporaryFolder } from '../../../open-test-app.ts'

const quiet = () => undefined
const ours = '2026/04/2026-04-02-orbit.md'
const tail = `
I have a good faith belief that this use is not authorized by the copyright owner, its agent, or the law.
I swear, under penalty of perjury, that the information in this notification is accurate.
`

/** What GitHub publishes of the seed's sent notice: names and contact struck out, one address found invalid. */
async function publish(app: TestApp, strike: RegExp): Promise<string> {
  const notice = await findNotice(app.db, 'orbit-1')
  const text = renderNotice(notice!, loadNoticeTemplates(), 'markdown')
  return `Note: Because the reported network that contained the allegedly infringing content was larger than one hundred (100) repositories, and the submitter alleged that all or most of the forks were infringing to the same extent as the parent repository, GitHub processed the takedown notice against the entire network of 8.1K repositories, inclusive of the parent repository.

${text.replace(strike, '[invalid]').replace(/Ada Diaz|ada@orbit\.example|\+1 415 555 0100/g, '[private]')}`
}

async function openArchive(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
    cwd: folder,
    stdio: 'pipe',
  })
}

function commit(folder: string): void {
  git(folder, 'init', '-q', '-b', 'master')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'publish')
}

/** A notice sent on the first of April, which names two of a work's three matches. */
async function openStory(): Promise<SyncApp & TestApp> {
  const { app, remove } = await openDataFolder()
  onTestFinished(remove)
  const leak = candidateOf(2, 'leaker/orbit')
  const fork = candidateOf(3, 'first/orbit', { parent: leak })
  const other = candidateOf(4, 'remix/transfer-tools')
  const id = await addSignedNotice(app, [leak, fork])
  await app.db.tx(async (tx) => {
    const found = [leak, fork, other]
    await saveRepositories(
      tx,
      found.map(({ id, owner, name }) => ({ id, owner, name, fork: false })),
      signedAt,
    )
    const { workId } = (await findNotice(tx, id))!
    for (const { id: repositoryId } of found) {
      await saveMatch(tx, { ...evidence, workId, repositoryId }, signedAt)
    }
    await updateNotice(tx, id, { status: 'sent', sentAt: signedAt, channel: 'form' })
  })
  return { ...app, sources: { ...app.sources, environment: process.env } }
}

const evidence = {
  scanId: null,
  class: 'exact' as const,
  strength: 'strong' as const,
  originalsFound: 1,
  ofWork: 1,
  ofRepository: 1,
  entireRepository: true,
  official: false,
  license: null,
  reason: 'Alike.',
  refs: [],
  files: [],
}

async function archiveOf(app: TestApp): Promise<Record<string, string | Buffer>> {
  return {
    [ours]: await publish(app, /https:\/\/github\.com\/first\/orbit\S*/g),
    '2026/04/2026-04-12-orbit-counternotice.md':
      'The repository https://github.com/Leaker/Orbit is my own work.',
    '2026/04/2026-04-13-orbit-retraction.md': `We retract the notice published at https://github.com/github/dmca/blob/master/${ours}.`,
    '2026/04/2026-04-14-orbit-reversal.md': `GitHub has reversed the takedown notice published at: https://github.com/github/dmca/blob/master/${ours}`,
    // Another claimant, the same day, the same repository: not ours.
    '2026/04/2026-04-02-zenith.md': `Our own engine is in https://github.com/leaker/orbit and must go.\n${tail}`,
    '2019/03/2019-03-03-nobody.md': `https://github.com/nobody/nothing\n${tail}`,
    '2025/01/2025-01-01-orbit-counternotice.md': 'https://github.com/leaker/orbit was disputed long before.',
    '2026/04/2026-04-15-paper.pdf': Buffer.from('%PDF-1.4\n\0'),
    'README.md': 'https://github.com/leaker/orbit',
  }
}

describe('a sync with the archive', () => {
  it('finds our notice, what was done with it, what answers it, and who else names our matches', async () => {
    const app = await openStory()
    const folder = await openArchive(await archiveOf(app))
    const { read, skipped, linked } = await syncArchive(app, folder, quiet)
    expect(read).toBe(7)
    expect(skipped).toEqual([{ path: '2026/04/2026-04-15-paper.pdf', reason: 'not a text' }])
    const byPath = new Map(linked.map((link) => [link.path, link]))
    expect([...byPath.keys()].sort()).toEqual([
      '2026/04/2026-04-02-orbit.md',
      '2026/04/2026-04-02-zenith.md',
      '2026/04/2026-04-12-orbit-counternotice.md',
      '2026/04/2026-04-13-orbit-retraction.md',
      '2026/04/2026-04-14-orbit-reversal.md',
    ])
    expect(byPath.get(ours)).toMatchObject({
      kind: 'ours',
      notice: 'orbit-1',
      repositories: ['leaker/orbit'],
      notPublished: ['first/orbit'],
      hasInvalid: true,
      networks: [{ size: 8100, reason: 'over-100' }],
      new: true,
    })
    expect(byPath.get('2026/04/2026-04-02-zenith.md')).toMatchObject({
      kind: 'other-notice',
      notice: null,
      work: 'orbit',
      repositories: ['leaker/orbit'],
    })
    expect(
      linked
        .filter(({ notice }) => notice === 'orbit-1')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['counter-notice', 'ours', 'retraction', 'reversal'])
    expect((await findNotice(app.db, 'orbit-1'))?.publishedUrl).toBe(
      `https://github.com/github/dmca/blob/master/${ours}`,
    )
    expect((await verifyAudit(app)).ok).toBe(true)
  })

  it('run again tells the same and writes nothing; what came since is new', async () => {
    const app = await openStory()
    const folder = await openArchive(await archiveOf(app))
    const first = await syncArchive(app, folder, quiet)
    const count = async () => {
      let events = 0
      for await (const _ of readEvents(app.db)) events++
      return events
    }
    const before = await count()
    const again = await syncArchive(app, folder, quiet)
    expect(again.linked).toEqual(first.linked.map((link) => ({ ...link, new: false })))
    expect(await count()).toBe(before)
    await writeFile(
      join(folder, '2026/04/2026-04-20-other.md'),
      `https://github.com/remix/transfer-tools\n${tail}`,
    )
    const later = await syncArchive(app, folder, quiet)
    expect(later.linked.filter((link) => link.new).map(({ path }) => path)).toEqual([
      '2026/04/2026-04-20-other.md',
    ])
  })

  it('reads a clone at HEAD, with a work tree or bare, whatever lies in the tree', async () => {
    const app = await openStory()
    const folder = await openArchive(await archiveOf(app))
    const plain = await syncArchive(app, folder, quiet)
    commit(folder)
    await writeFile(join(folder, '2026/04/2026-04-21-uncommitted.md'), 'https://github.com/leaker/orbit')
    const rest = ({ linked, ...others }: typeof plain) => ({
      ...others,
      linked: linked.map((link) => ({ ...link, new: false })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    })
    expect(rest(await syncArchive(app, folder, quiet))).toEqual(rest(plain))
    const bare = join(await temporaryFolder(), 'dmca.git')
    await rename(join(folder, '.git'), bare)
    git(bare, 'config', 'core.bare', 'true')
    expect(rest(await syncArchive(app, bare, quiet))).toEqual(rest(plain))
  })

  it('a notice that names more than ours, or has other words, or came before, is not ours', async () => {
    for (const text of [
      (published: string) =>
        published.replace('https://github.com/leaker/orbit', '$&\nhttps://github.com/x/y'),
      () => `https://github.com/leaker/orbit\n${tail}`,
    ]) {
      const app = await openStory()
      const folder = await openArchive({ [ours]: text(await publish(app, /nothing-is-struck/)) })
      expect((await syncArchive(app, folder, quiet)).linked.map(({ kind }) => kind)).toEqual(['other-notice'])
    }
    const app = await openStory()
    const early = { '2026/03/2026-03-01-orbit.md': await publish(app, /nothing-is-struck/) }
    expect((await syncArchive(app, await openArchive(early), quiet)).linked.map(({ kind }) => kind)).toEqual([
      'other-notice',
    ])
  })
})
