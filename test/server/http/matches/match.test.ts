import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvent } from '../../../../db/events/append-event.ts'
import { saveMatch, type MatchEvidence } from '../../../../db/queries/matches.ts'
import { saveRepositories } from '../../../../db/queries/repositories.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { requireWork } from '../../../../server/tasks/find-work.ts'
import { recordCounterNotice } from '../../../../server/tasks/record-counter-notice.ts'
import type { TestApp } from '../data-folder.ts'
import { hostile } from '../seed/hostile.ts'
import { seed } from '../seed/seed.ts'
import { signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const orbit = '/works/orbit-cli/matches'
const big = '/works/big/matches/eve/copy'
const lines = 10_000
const lineOf = (i: number, word: string) =>
  `  const burn${i} = planTransfer(${word}, { mass: ${i}, label: 'burn number ${i}' })`
const original = Array.from({ length: lines }, (_, i) => lineOf(i, 'orbit')).join('\n')
const found = Array.from({ length: lines }, (_, i) => lineOf(i, i % 3 === 0 ? 'moon' : 'orbit')).join('\n')
const endless = `const table = "${'ab<cd&'.repeat(200_000)}"`

let pages: Pages
let reader: UserSession

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app)
    await addBig(app)
    await addAnotherOfFirst(app)
  })
  reader = await signInAs(pages, 'ada', ['reviewer'])
})
afterAll(() => pages.close())

/** A work of two large files, copied with changes among 300 other files. */
async function addBig(app: TestApp): Promise<void> {
  const folder = join(app.folder, 'big')
  await mkdir(join(folder, 'src'), { recursive: true })
  await writeFile(join(folder, 'src', 'burns.ts'), original)
  await writeFile(join(folder, 'src', 'table.ts'), endless)
  const source = { source: folder, title: 'Big', owner: 'Orbit Inc.', slug: 'big', official: [] }
  await addWork(app, source, () => undefined)
  const work = await requireWork(app.db, 'big')
  const file = (path: string, values: Partial<MatchEvidence['files'][number]>) => ({
    commit: 'c'.repeat(40),
    tree: 'd'.repeat(40),
    path,
    blob: 'b'.repeat(40),
    class: 'partial' as const,
    strength: 'weak' as const,
    original: 'src/burns.ts',
    bits: 31,
    ofOriginal: 0.02,
    ofCandidate: 0.9,
    ranges: [{ candidate: [1, 2] as [number, number], original: [1, 2] as [number, number] }],
    reason: 'A short run.',
    contentId: null,
    ...values,
  })
  const whole = { candidate: [1, lines] as [number, number], original: [1, lines] as [number, number] }
  const contentOf = (text: string) => app.content.put(Buffer.from(text))
  const files = [
    file('lib/burns.ts', {
      class: 'modified',
      strength: 'strong',
      bits: 900,
      ofOriginal: 0.97,
      contentId: await contentOf(found),
      ranges: [whole],
    }),
    file('lib/table.ts', {
      strength: 'strong',
      bits: 300,
      original: 'src/table.ts',
      contentId: await contentOf(endless),
      ranges: [{ candidate: [1, 1], original: [1, 1] }],
    }),
    ...Array.from({ length: 300 }, (_, i) => file(`lib/part-${i}.ts`, { bits: 30 - i / 100 })),
  ]
  await app.db.tx(async (tx) => {
    await saveRepositories(tx, [{ id: 900, owner: 'eve', name: 'copy', fork: false }], app.clock())
    await saveMatch(tx, { ...strong(work.id, 900), files }, app.clock())
  })
}

/** The owner of a repository that a notice names came up with another one, under another name first. */
async function addAnotherOfFirst(app: TestApp): Promise<void> {
  const work = await requireWork(app.db, 'orbit-cli')
  const later = new Date(app.clock().getTime() + 60_000)
  await app.db.tx(async (tx) => {
    await saveRepositories(tx, [{ id: 901, owner: 'First', name: 'once', fork: false }], app.clock())
    const seen = { id: 901, owner: 'First', name: 'again', fork: false, githubCreatedAt: later }
    await saveRepositories(tx, [seen], later)
    await saveMatch(tx, { ...strong(work.id, 901), files: [] }, later)
    const data = { from: 'available', to: 'gone', repository: hostile.script }
    const subject = 'repository:901'
    await appendEvent(tx, { actor: 'worker', kind: 'repository.availability', subject, data })
    await appendEvent(tx, { actor: 'x', kind: 'match.found', subject, data: { work: 'big', scan: 77 } })
  })
  const file = join(app.folder, 'counter.txt')
  await writeFile(file, 'I have a good faith belief that it was a mistake.')
  await recordCounterNotice(app, {
    id: 'orbit-cli-1',
    receivedAt: app.clock().toISOString(),
    file,
    repositories: ['first/orbit-leak'],
  })
}

function strong(workId: number, repositoryId: number): Omit<MatchEvidence, 'files'> {
  return {
    workId,
    repositoryId,
    scanId: null,
    class: 'modified',
    strength: 'strong',
    originalsFound: 2,
    ofWork: 1,
    ofRepository: 1,
    entireRepository: true,
    official: false,
    license: null,
    reason: 'Alike.',
    refs: [{ ref: 'refs/heads/main', commit: 'c'.repeat(40), tree: 'd'.repeat(40) }],
  }
}

const read = async (path: string) => await (await reader.get(path)).text()
const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

describe('a file of ten thousand lines', () => {
  it('comes a portion at a time, each within 200 KB as sent', async () => {
    const first = await read(`${big}?path=lib/burns.ts`)
    expect(gzipSync(first).length).toBeLessThan(200_000)
    expect(first).toContain('<span class="changed">moon</span>')
    const later = /href="([^"]+)">Further lines/.exec(first)![1]!
    const second = await read(later.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
    expect(gzipSync(second).length).toBeLessThan(200_000)
    expect(second).toContain('>Earlier lines')
    expect(first).not.toContain('burn number 1600')
    expect(second).toContain('burn number 1600')
  })

  it('has lines that point to GitHub at the commit', async () => {
    const html = (await read(`${big}?path=lib/burns.ts`)).replaceAll('&#x3D;', '=')
    expect(html).toContain(
      `href="https://github.com/eve/copy/blob/${'c'.repeat(40)}/lib/burns.ts#L1-L${lines}"`,
    )
    expect(html).toContain('id="run-1"')
    expect(html).toContain('href="#run-1"')
  })
})

it('a line without an end is cut, and says by how much', async () => {
  const html = await read(`${big}?path=lib/table.ts`)
  expect(gzipSync(html).length).toBeLessThan(200_000)
  expect(html.length).toBeLessThan(300_000)
  expect(textOf(html)).toMatch(/1,19\d,\d{3} more characters/)
})

describe('three hundred files', () => {
  it('are found by part of a path, and gone through one by one', async () => {
    const html = await read(`${big}?path=lib/part-250.ts`)
    expect(textOf(html)).toContain('File 253 of 302')
    expect(html).toContain('201–302')
    expect(html).toMatch(/data-file="previous" href="[^"]*part-249/)
    const some = textOf(await read(`${big}?file=part-29`))
    expect(some).toContain('File 1 of 11')
    expect(some).not.toContain('lib/burns.ts')
  })
})

describe('why a file is or is not strong', () => {
  it('is told for each condition, with what was found', async () => {
    const weak = textOf(await read(`${big}?path=lib/part-0.ts`))
    expect(weak).toContain('Why it is not strong')
    expect(weak).toContain('none holds')
    expect(weak).toContain('80 bits of evidence in all30 bitsno')
    expect(textOf(await read(`${big}?path=lib/burns.ts`))).toContain('80 bits of evidence in all900 bitsyes')
  })
})

describe('the history', () => {
  it('tells earlier names, what the log holds, and of the account: others, notices, counter notices, returns', async () => {
    const html = await read(`${orbit}/First/again`)
    const text = textOf(html)
    expect(text).toContain('Seen before as First/once')
    expect(text).toContain('available → gone')
    expect(text, 'another work’s').not.toContain('scan 77')
    expect(html).toMatch(/Other matches[^]*first<\/bdi>/)
    expect(text).toMatch(/orbit-cli-1 takedown sent/)
    expect(text).toMatch(/about orbit-cli-1, first\/orbit-leak received/)
    expect(text).toMatch(/Came up after orbit-cli-1 was sent about another repository of this account/)
    expect(textOf(await read(`${orbit}/first/orbit-leak`))).not.toContain('Came up after')
  })
})

it('originals are for whose roles let them, and never kept by a browser', async () => {
  const admin = await signInAs(pages, 'chief', ['admin'])
  const path = `${big}?path=lib/burns.ts`
  const answer = await reader.get(path)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  const html = await (await admin.get(path)).text()
  expect(html).not.toContain('planTransfer')
  expect(textOf(html)).toContain('Why it is strong')
})
